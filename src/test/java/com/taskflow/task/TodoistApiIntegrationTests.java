package com.taskflow.task;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThat;

/** CSV in Todoist's template form, in and out. */
@FullStackTest
class TodoistApiIntegrationTests {

    private static final String ROUTE = "/api/v1/users/me/export/todoist.csv";

    private static final String HEAD = "TYPE,CONTENT,DESCRIPTION,PRIORITY,INDENT,AUTHOR,RESPONSIBLE,DATE,DATE_LANG,TIMEZONE\r\n";

    private final RestTestClient anonymous;

    private TaskClient tasks;

    private ImportClient imports;

    TodoistApiIntegrationTests(@Autowired RestTestClient anonymous) {
        this.anonymous = anonymous;
        this.tasks = new TaskClient(ApiUser.register(anonymous));
        this.imports = new ImportClient(this.tasks);
    }

    @BeforeEach
    void signUp() {
        this.tasks = new TaskClient(ApiUser.register(this.anonymous));
        this.imports = new ImportClient(this.tasks);
    }

    @Test
    void writesWhatItReads() {
        String file = HEAD + """
                task,"Move, house @home",,1,1,,,2026-12-01,en,
                task,Pack @home @boxes,"Books
                first",4,2,,,2026-11-30 09:00,en,Europe/Berlin
                task,Tape,,3,3,,,,,
                task,"Say ""bye"" now",,2,1,,,2026-12-24 18:30,en,
                """;

        JsonNode done = this.imports.importCsv(file);

        assertThat(done.get("losses").asInt()).isZero();
        assertThat(this.tasks.get(ROUTE).body()).isEqualToNormalizingNewlines(file);
    }

    @Test
    void saysWhatHasNoPlaceHere() {
        JsonNode done = this.imports.importCsv("\uFEFF" + HEAD + """
                meta,view_style=list,,,,,,,,
                section,Kitchen,,,,,,,,
                task,Wash up,,7,1,Me (1),Somebody (2),every day,en,
                note,with soap,,,,,,,,
                task,Deep,,,6,,,,,
                ,,,,,,,,,
                """);

        assertThat(done.get("imported").asInt()).isEqualTo(4);
        assertThat(this.imports.losses(done).valueStream().map((loss) -> loss.get("position").asInt() + " "
                + loss.get("field").asString())).containsExactlyInAnyOrder("1 CONTENT", "2 PRIORITY", "2 RESPONSIBLE",
                        "2 DATE", "4 INDENT");
        assertThat(this.tasks.get("/api/v1/tasks?q=wash").<List<String>>at("$.items[*].description"))
                .containsExactly("with soap");
    }

    @Test
    void leavesOutWhatIsDoneButNotWhatStandsBelow() {
        String done = this.tasks.create("done", "");
        this.tasks.create("open", done);
        this.tasks.patch(done, "{\"status\": \"done\"}");

        assertThat(this.tasks.get(ROUTE).body()).contains("task,open,,3,1,").doesNotContain("task,done");
    }

    @Test
    void notesImportsInTheHistory() {
        this.imports.importCsv(HEAD + "task,Buy milk,,,,,,,,\n");

        String id = this.tasks.get("/api/v1/tasks").at("$.items[0].id");
        assertThat(this.tasks.get("/api/v1/tasks/" + id + "/history").<List<String>>at("$.items[*].kind"))
                .containsExactly("created");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\n1,2\n", "task,foo", "\n", "TYPE,CONTENT,TYPE\ntask,a,\n", HEAD + "task,\"abc",
        HEAD + "task,\"abc\n", HEAD + "task,a\ntask,\"b\"\"\n"})
    void refusesWhatIsNoTemplate(String document) {
        TaskClient.Answer answer = this.tasks.sendAs("text/csv", HttpMethod.POST, "/api/v1/import", document);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(this.tasks.get("/api/v1/import").<List<Object>>at("$.items")).isEmpty();
    }

    @Test
    void takesATemplateWithoutTasks() {
        assertThat(this.imports.importCsv(HEAD).get("imported").asInt()).isZero();
        assertThat(this.imports.importCsv(HEAD + "task,\"a\"\"b\"").get("losses").asInt()).isZero();
    }

    @Test
    void refusesAnotherEncoding() {
        assertThat(this.tasks.sendAs("text/csv;charset=iso-8859-1", HttpMethod.POST, "/api/v1/import", HEAD).status())
                .isEqualTo(415);
    }

}
