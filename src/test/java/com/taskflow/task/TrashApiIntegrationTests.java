package com.taskflow.task;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

import com.taskflow.platform.persistence.Identifiers;
import com.taskflow.testsupport.ApiUser;
import com.taskflow.testsupport.FullStackTest;

import static org.assertj.core.api.Assertions.assertThat;

/** The trash over HTTP. */
@FullStackTest
class TrashApiIntegrationTests {

    private final RestTestClient anonymous;

    private TaskClient tasks;

    TrashApiIntegrationTests(@Autowired RestTestClient anonymous) {
        this.anonymous = anonymous;
        this.tasks = new TaskClient(ApiUser.register(anonymous));
    }

    @BeforeEach
    void signUp() {
        this.tasks = new TaskClient(ApiUser.register(this.anonymous));
    }

    @Test
    void listsDeletedTasksLatestFirst() {
        List<String> ids = List.of(this.tasks.create("a", ""), this.tasks.create("b", ""), this.tasks.create("c", ""));
        ids.forEach(this.tasks::delete);

        TaskClient.Answer first = this.tasks.get("/api/v1/tasks/trash?limit=2");
        TaskClient.Answer second = this.tasks.get("/api/v1/tasks/trash?limit=2&cursor=" + first.at("$.nextCursor"));

        assertThat(first.<List<String>>at("$.items[*].title")).containsExactly("c", "b");
        assertThat(second.<List<String>>at("$.items[*].title")).containsExactly("a");
        assertThat(first.<String>at("$.items[0].deletedAt")).endsWith("Z");
        assertThat(first.headers().getFirst("Link")).contains("cursor=").endsWith("rel=\"next\"");
    }

    @Test
    void answersNotModifiedWhileTheTrashIsTheSame() {
        String tag = String.valueOf(this.tasks.get("/api/v1/tasks/trash").headers().getETag());

        assertThat(this.tasks.send(HttpMethod.GET, "/api/v1/tasks/trash", "", "If-None-Match", tag).status())
                .isEqualTo(304);
        this.tasks.delete(this.tasks.create("a", ""));

        assertThat(this.tasks.send(HttpMethod.GET, "/api/v1/tasks/trash", "", "If-None-Match", tag).status())
                .isEqualTo(200);
    }

    @Test
    void restoresWithWhatWentThereTogether() {
        String parent = this.tasks.create("parent", "");
        String before = this.tasks.create("deleted before", parent);
        String together = this.tasks.create("deleted together", parent);
        String below = this.tasks.create("below that", together);
        this.tasks.delete(before);
        this.tasks.delete(parent);
        assertThat(this.tasks.read(below).status()).isEqualTo(404);

        TaskClient.Answer answer = this.tasks.restore(parent);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().getETag()).isEqualTo(this.tasks.read(parent).headers().getETag());
        assertThat(this.tasks.read(below).<String>at("$.parentId")).isEqualTo(together);
        assertThat(this.tasks.read(before).status()).isEqualTo(404);
    }

    @Test
    void restoresToTheTopWhenTheParentStaysInTheTrash() {
        String parent = this.tasks.create("parent", "");
        String child = this.tasks.create("child", parent);
        this.tasks.delete(parent);

        assertThat(this.tasks.restore(child).<Object>at("$.parentId")).isNull();
        assertThat(this.tasks.read(parent).status()).isEqualTo(404);
    }

    @Test
    void keepsTaskThatIsNotInTheTrash() {
        TaskClient.Answer created = this.tasks.create("{\"title\": \"a\"}");

        TaskClient.Answer answer = this.tasks.restore(created.at("$.id"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().getETag()).isEqualTo(created.headers().getETag());
        assertThat(answer.headers().containsHeader("X-Operation-Id")).isFalse();
        assertThat(this.tasks.restore(Identifiers.next().toString()).status()).isEqualTo(404);
    }

    @Test
    void purgesForGood() {
        String parent = this.tasks.create("parent", "");
        String child = this.tasks.create("child", parent);
        assertThat(this.tasks.purge(parent).status()).isEqualTo(404);
        this.tasks.delete(parent);

        assertThat(this.tasks.purge(parent).status()).isEqualTo(204);

        assertThat(this.tasks.get("/api/v1/tasks/trash").<List<?>>at("$.items")).isEmpty();
        assertThat(this.tasks.restore(child).status()).isEqualTo(404);
        assertThat(this.tasks.purge(parent).status()).isEqualTo(404);
        assertThat(this.tasks.create("{\"id\": \"%s\", \"title\": \"again\"}".formatted(parent)).status())
                .isEqualTo(409);
    }

    @Test
    void purgesOnlyTheVersionThatIsMeant() {
        TaskClient.Answer created = this.tasks.create("{\"title\": \"a\"}");
        String id = created.at("$.id");
        this.tasks.delete(id);

        assertThat(this.tasks.send(HttpMethod.DELETE, "/api/v1/tasks/trash/" + id, "", "If-Match",
                String.valueOf(created.headers().getETag())).status()).isEqualTo(412);
    }

    @Test
    void hidesTrashOfOthers() {
        String id = this.tasks.create("a", "");
        this.tasks.delete(id);

        TaskClient other = new TaskClient(ApiUser.register(this.anonymous));

        assertThat(other.restore(id).status()).isEqualTo(404);
        assertThat(other.purge(id).status()).isEqualTo(404);
        assertThat(other.get("/api/v1/tasks/trash").<List<?>>at("$.items")).isEmpty();
    }

}
