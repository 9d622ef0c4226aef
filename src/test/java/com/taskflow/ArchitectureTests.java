package com.taskflow;

import java.util.stream.Collectors;
import jakarta.persistence.Entity;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RestController;

import com.taskflow.testsupport.GeneratedDocument;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The rules of docs/architecture.md, held by a machine. */
@AnalyzeClasses(packages = "com.taskflow", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    private static final ApplicationModules MODULES = ApplicationModules.of(TaskFlowApplication.class);

    @ArchTest
    static final ArchRule platformPackagesHaveNoCycles = slices().matching("com.taskflow.platform.(*)..").should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule controllersAreHidden = classes().that().areAnnotatedWith(RestController.class).should()
            .bePackagePrivate().andShould().haveSimpleNameEndingWith("Controller");

    @ArchTest
    static final ArchRule controllersLeaveWorkToServices = noClasses().that().areAnnotatedWith(RestController.class)
            .should().dependOnClassesThat().haveSimpleNameEndingWith("Repository").orShould()
            .dependOnClassesThat().areAnnotatedWith(Transactional.class);

    @ArchTest
    static final ArchRule repositoriesAreHidden = classes().that().haveSimpleNameEndingWith("Repository").should()
            .bePackagePrivate().andShould().beInterfaces();

    @ArchTest
    static final ArchRule entitiesAreHidden = classes().that().areAnnotatedWith(Entity.class).should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule entitiesHaveNoSetters = methods().that().areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class).should().haveNameNotMatching("set[A-Z].*");

    @ArchTest
    static final ArchRule settingsAreHiddenRecords = classes().that().areAnnotatedWith(ConfigurationProperties.class)
            .should().beRecords();

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields = fields().should()
            .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired").andShould()
            .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Value");

    @ArchTest
    static final ArchRule jsonIsJackson3 = noClasses().should().dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson.databind..");

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses().should()
            .callMethod(java.time.Instant.class, "now").orShould().callMethod(java.time.LocalDate.class, "now")
            .orShould().callMethod(System.class, "currentTimeMillis").orShould()
            .callMethod(java.time.ZoneId.class, "systemDefault");

    @ArchTest
    static final ArchRule namesSayWhat = noClasses().should()
            .haveNameMatching(".*(Impl|Utils?|Helper|Manager|Dto|DTO|Base[A-Z]\\w*)");

    @ArchTest
    static final ArchRule servicesHaveNoInterfaces = classes().that().areAnnotatedWith(Service.class).should()
            .haveSimpleNameEndingWith("Service").andShould().notBeInterfaces();

    @Test
    void modulesKeepToTheirDependencies() {
        MODULES.verify();
    }

    @Test
    void diagramOfModulesIsUpToDate() {
        String arrows = MODULES.stream().sorted((a, b) -> a.getIdentifier().compareTo(b.getIdentifier()))
                .map(ArchitectureTests::arrows).collect(Collectors.joining());

        GeneratedDocument.at("docs/architecture.md").assertContains("```mermaid\ngraph TD\n" + arrows + "```\n");
    }

    private static String arrows(ApplicationModule module) {
        String self = "    " + module.getIdentifier() + "\n";
        return self + module.getDirectDependencies(MODULES).uniqueModules()
                .map((other) -> "    %s --> %s\n".formatted(module.getIdentifier(), other.getIdentifier())).sorted()
                .collect(Collectors.joining());
    }

}
