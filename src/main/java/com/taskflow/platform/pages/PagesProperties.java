package com.taskflow.platform.pages;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the browser client is.
 *
 * @param folder what it is served from, with a slash at its end; nothing is served when it holds no index.html, as in a
 * jar that was built without the client
 */
@ConfigurationProperties("taskflow.pages")
record PagesProperties(@DefaultValue("classpath:/static/") String folder) {

}
