package cn.lantai.server.testing;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with a browser's cookies, who fills in forms. Redirects are not followed. */
public final class Person {

  private static final Pattern TOKEN = Pattern.compile("name=\"?csrf\"? value=\"([^\"]+)\"");

  private final CookieManager cookies = new CookieManager();
  private final HttpClient browser =
      HttpClient.newBuilder().cookieHandler(cookies).followRedirects(Redirect.NEVER).build();
  private final String base;

  /**
   * @param base without a slash at the end
   */
  public Person(String base) {
    this.base = base;
  }

  public HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  /** As a program asks for data. */
  public HttpResponse<String> get(String path, String accept) {
    return send(request(path).setHeader("Accept", accept).GET());
  }

  /**
   * Fills in a form with the token of this session.
   *
   * @param fields names and values by turns
   */
  public HttpResponse<String> post(String path, String... fields) {
    StringBuilder form = new StringBuilder("csrf=" + Web.encode(token()));
    for (int i = 0; i < fields.length; i += 2) {
      form.append('&').append(Web.encode(fields[i])).append('=').append(Web.encode(fields[i + 1]));
    }
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form.toString())));
  }

  /** As a script of the workbench sends it. */
  public HttpResponse<String> send(
      String method, String path, String type, String body, String... headers) {
    return sendWith(token(), method, path, type, body, headers);
  }

  /** As a program sends JSON that wants JSON back, also where something is wrong. */
  public HttpResponse<String> ask(String method, String path, String json, String... headers) {
    List<String> all = new ArrayList<>(List.of("Accept", "application/json"));
    all.addAll(List.of(headers));
    return send(method, path, "application/json", json, all.toArray(String[]::new));
  }

  /** As {@link #send}, with the {@link #token()} of the session asked for before. */
  public HttpResponse<String> sendWith(
      String token, String method, String path, String type, String body, String... headers) {
    HttpRequest.Builder request =
        request(path)
            .header("X-CSRF-Token", token)
            .header("Content-Type", type)
            .method(method, BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return send(request);
  }

  /**
   * What came of an import, by the address of its page.
   *
   * @throws AssertionError if it has not ended after two minutes
   */
  public JsonObject ended(String address) {
    String api = address.replace("/workbench", "/api");
    // A latch that is never counted down waits without a sleep.
    CountDownLatch never = new CountDownLatch(1);
    try {
      for (int tries = 0; tries < 2400; tries++) {
        String told = get(api, "application/json").body();
        JsonObject state = Json.createReader(new StringReader(told)).readObject();
        if (!List.of("queued", "running").contains(state.getString("state"))) {
          return state;
        }
        never.await(50, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    throw new AssertionError(address + " does not end");
  }

  public HttpResponse<String> signIn(String name, String password) {
    return post("/signin", "username", name, "password", password);
  }

  /** The id of the session. */
  public String session() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("lantai"))
        .map(cookie -> cookie.getValue())
        .findFirst()
        .orElse("");
  }

  /** The token that stands in the forms of this session. */
  public String token() {
    Matcher token = TOKEN.matcher(get("/signin").body());
    if (!token.find()) {
      throw new AssertionError("No token in the form");
    }
    return token.group(1);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .header("Accept", Web.BROWSER)
        .timeout(Duration.ofMinutes(1));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return browser.send(request.build(), BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new AssertionError("No answer from " + request.build().uri(), failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }
}
