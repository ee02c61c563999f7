package cn.lantai.server.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.server.testing.LantaiServer;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LantaiServer.class)
class SignInIT {

  private static final Pattern TOKEN = Pattern.compile("name=\"?csrf\"? value=\"([^\"]+)\"");

  private final LantaiServer.Running server;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient browser =
      HttpClient.newBuilder().cookieHandler(cookies).followRedirects(Redirect.NEVER).build();

  SignInIT(LantaiServer.Running server) {
    this.server = server;
  }

  @Test
  void leadsFromTheWorkbenchToTheFormAndBack() throws Exception {
    HttpResponse<String> refused = get("/workbench");
    assertEquals(303, refused.statusCode());
    HttpResponse<String> form = get(pathOf(refused));
    assertEquals(200, form.statusCode());
    String sessionBefore = sessionId();

    HttpResponse<String> signedIn =
        post("/signin", form, Map.of("username", "admin", "password", server.password()));
    assertEquals(303, signedIn.statusCode());
    assertEquals("/workbench", pathOf(signedIn));
    assertNotEquals(sessionBefore, sessionId(), "a planted session id would be worth nothing");

    HttpResponse<String> workbench = get("/workbench");
    assertEquals(200, workbench.statusCode());
    String caching = workbench.headers().firstValue("Cache-Control").orElseThrow();
    assertTrue(caching.contains("no-store"), caching);

    assertEquals(303, post("/signout", workbench, Map.of()).statusCode());
    assertEquals(303, get("/workbench").statusCode());
  }

  @Test
  void aWrongPasswordIsSaidInThePage() throws Exception {
    HttpResponse<String> form = get("/signin");
    HttpResponse<String> again =
        post("/signin", form, Map.of("username", "nobody-here", "password", "x"));
    assertEquals(403, again.statusCode());
    assertTrue(TOKEN.matcher(again.body()).find(), "the form is there for another attempt");
  }

  @Test
  void aFormWithoutTheTokenIsRefused() throws Exception {
    HttpResponse<String> refused =
        send(
            "/signin",
            BodyPublishers.ofString("username=admin&password=" + server.password()),
            "*/*");
    assertEquals(403, refused.statusCode());
    assertEquals(
        "application/problem+json;charset=UTF-8",
        refused.headers().firstValue("Content-Type").orElseThrow());
    assertTrue(refused.body().contains("#form-expired\""), refused.body());
  }

  @Test
  void whoSentAFormAfterTheEndOfHisSessionComesBackToItsPage() throws Exception {
    String form = "/workbench/entries/record?from=letter";
    assertEquals("/signin?next=" + encode(form), pathOf(sent(server.baseUrl() + form)));
    assertEquals(
        "/signin?next=" + encode("/workbench"), pathOf(sent("https://elsewhere.example/x")));
    assertEquals("/signin?next=" + encode("/workbench"), pathOf(sent("not an address")));
  }

  private HttpResponse<String> sent(String from) throws Exception {
    return browser.send(
        request("/workbench/entries/record", "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Referer", from)
            .POST(BodyPublishers.ofString("f.=x"))
            .build(),
        BodyHandlers.ofString());
  }

  @Test
  void aProgramIsToldInsteadOfRedirected() throws Exception {
    HttpResponse<String> refused =
        browser.send(request("/workbench", "*/*").build(), BodyHandlers.ofString());
    assertEquals(401, refused.statusCode());
    assertTrue(refused.body().contains("#sign-in-first\""), refused.body());
  }

  @Test
  void theCookieIsOutOfReachForScriptsAndOtherSites() throws Exception {
    String cookie = get("/signin").headers().firstValue("Set-Cookie").orElseThrow();
    assertTrue(cookie.contains("HttpOnly"), cookie);
    assertTrue(cookie.toLowerCase(java.util.Locale.ROOT).contains("samesite=lax"), cookie);
    assertFalse(cookie.contains("Secure"), "http: would never get it back");
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return browser.send(request(path, "text/html").build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(
      String path, HttpResponse<String> page, Map<String, String> fields)
      throws IOException, InterruptedException {
    Matcher token = TOKEN.matcher(page.body());
    assertTrue(token.find(), page.body());
    String form =
        fields.entrySet().stream()
            .map(field -> "&" + field.getKey() + "=" + encode(field.getValue()))
            .collect(Collectors.joining("", "csrf=" + encode(token.group(1)), ""));
    return send(path, BodyPublishers.ofString(form), "text/html");
  }

  private HttpResponse<String> send(String path, HttpRequest.BodyPublisher form, String accept)
      throws IOException, InterruptedException {
    HttpRequest request =
        request(path, accept)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(form)
            .build();
    return browser.send(request, BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path, String accept) {
    return HttpRequest.newBuilder(URI.create(server.baseUrl() + path)).header("Accept", accept);
  }

  private String sessionId() {
    return cookies.getCookieStore().getCookies().get(0).getValue();
  }

  private static String pathOf(HttpResponse<String> redirect) {
    URI location = URI.create(redirect.headers().firstValue("Location").orElseThrow());
    return location.getPath() + (location.getQuery() == null ? "" : "?" + location.getRawQuery());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
