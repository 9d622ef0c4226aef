import java.net.HttpURLConnection;
import java.net.URI;

/** The image's health check: ends with 0 when the service takes requests. The image has no shell and no curl to ask it. */
class Healthcheck {

    public static void main(String[] args) throws Exception {
        String port = System.getenv().getOrDefault("SERVER_PORT", "8080");
        HttpURLConnection connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/readyz").toURL()
                .openConnection();
        connection.setConnectTimeout(1000);
        connection.setReadTimeout(2000);
        System.exit((connection.getResponseCode() == 200) ? 0 : 1);
    }

}
