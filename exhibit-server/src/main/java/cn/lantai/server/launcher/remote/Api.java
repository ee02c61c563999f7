package cn.lantai.server.launcher.remote;

import cn.lantai.server.launcher.Console;
import cn.lantai.server.launcher.StartProblem;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;

/**
 * Requests to {@code /api} and what their answers mean. No redirect is followed, so the token goes
 * to the one server that was named; certificates are checked as the JDK does by itself.
 */
final class Api {

  static final String JSON = "application/json";
  static final String FORM = "application/x-www-form-urlencoded";

  private static final Duration TO_CONNECT = Duration.ofSeconds(15);
  private static final Duration TO_ANSWER = Duration.ofMinutes(2);

  private static final int LARGEST_ANSWER = 16 << 20;

  /** A server that is restarted, or has too much to do, answers so for a while. */
  private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

  private final Server server;
  private final Console console;

  // HTTP/2 in clear text begins with an upgrade of HTTP/1.1, at which a request with a body can
  // hang.
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(TO_CONNECT)
          .build();

  Api(Server server, Console console) {
    this.server = server;
    this.console = console;
  }

  Server server() {
    return server;
  }

  HttpClient client() {
    return client;
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.address(path))
        .header("Authorization", server.authorization())
        .header("User-Agent", "lantai.jar");
  }

  /** The first request: what has no such address is no Lantai, or an older one. */
  Json greeting() throws StartProblem, InterruptedException {
    Answer answer = answer(request("/api/server").header("Accept", JSON).GET());
    if (answer.status() == 404 || answer.status() == 405) {
      throw noLantai();
    }
    Json told = json(answer);
    if (!told.has("permissions")) {
      throw noLantai();
    }
    return told;
  }

  Json get(String path) throws StartProblem, InterruptedException {
    return json(send(request(path).header("Accept", JSON).GET()));
  }

  /** The same for who waits: a connection that breaks is made anew. */
  Json getPatiently(String path) throws StartProblem, InterruptedException {
    Retry retry = new Retry(console);
    while (true) {
      try {
        HttpResponse<InputStream> answer =
            client.send(
                request(path).header("Accept", JSON).timeout(TO_ANSWER).GET().build(),
                BodyHandlers.ofInputStream());
        if (!PASSING.contains(answer.statusCode())) {
          return json(new Answer(answer, text(answer)));
        }
        answer.body().close();
        if (!retry.again()) {
          throw refused(new Answer(answer, ""));
        }
      } catch (IOException broken) {
        if (!retry.again()) {
          throw unreachable(broken);
        }
      }
    }
  }

  Json post(String path, String type, String body) throws StartProblem, InterruptedException {
    return json(
        send(
            request(path)
                .header("Accept", JSON)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))));
  }

  Json send(String method, String path, String type, BodyPublisher body, String... headers)
      throws StartProblem, InterruptedException {
    HttpRequest.Builder request =
        request(path).header("Accept", JSON).header("Content-Type", type).method(method, body);
    return json(send(headers.length == 0 ? request : request.headers(headers)));
  }

  /** What was answered: head, and body as text. */
  record Answer(HttpResponse<?> head, String body) {

    int status() {
      return head.statusCode();
    }

    String header(String name) {
      return head.headers().firstValue(name).orElse("");
    }
  }

  /** The answer to a request that was accepted. */
  Answer send(HttpRequest.Builder request) throws StartProblem, InterruptedException {
    Answer answer = answer(request);
    if (answer.status() >= 300) {
      throw refused(answer);
    }
    return answer;
  }

  private Answer answer(HttpRequest.Builder request) throws StartProblem, InterruptedException {
    try {
      HttpResponse<InputStream> answer =
          client.send(request.timeout(TO_ANSWER).build(), BodyHandlers.ofInputStream());
      return new Answer(answer, text(answer));
    } catch (IOException broken) {
      throw unreachable(broken);
    }
  }

  private static String text(HttpResponse<InputStream> answer) throws IOException {
    try (InputStream body = answer.body()) {
      byte[] bytes = body.readNBytes(LARGEST_ANSWER + 1);
      if (bytes.length > LARGEST_ANSWER) {
        throw new IOException("The answer is too long");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  /** Its JSON, if it was accepted. */
  Json json(Answer answer) throws StartProblem {
    if (answer.status() >= 300) {
      throw refused(answer);
    }
    if (answer.body().isBlank()) {
      return Json.parse("{}");
    }
    try {
      if (answer.header("Content-Type").startsWith(JSON)) {
        return Json.parse(answer.body());
      }
    } catch (IllegalArgumentException broken) {
      // said below
    }
    throw noLantai();
  }

  /** Why the server did not do it, in its own words where it gives any. */
  StartProblem refused(Answer answer) {
    int status = answer.status();
    if (status == 401) {
      return new StartProblem(
          "服务器 " + server + " 不接受这个令牌：它可能写错、到期或已作废。请在“我的账号”里看，或另生成一个。",
          "The server "
              + server
              + " does not accept the token: it may be wrong, have ended or been revoked. See"
              + " \"My account\", or make another one.");
    }
    if (status < 400) {
      return new StartProblem(
          "地址 " + server + " 转到了 " + answer.header("Location") + " ：令牌不会送往别处，请直接写服务器自己的地址。",
          "The address "
              + server
              + " redirects to "
              + answer.header("Location")
              + ", and tokens are not sent elsewhere: name the server by its own address.");
    }
    return problem(answer)
        .map(problem -> told(status, problem))
        .orElseGet(
            () ->
                status == 413
                    ? tooLarge()
                    : PASSING.contains(status)
                        ? StartProblem.failure(
                            "服务器 " + server + " 现在不能处理请求（HTTP " + status + "），请稍后再试。",
                            "The server "
                                + server
                                + " cannot answer at the moment (HTTP "
                                + status
                                + "); try again later.")
                        : noLantai());
  }

  static StartProblem tooLarge() {
    return StartProblem.failure(
        "上传的内容过大，服务器或它前面的代理拒绝了：请分几次上传。",
        "The upload is too large for the server, or for a proxy before it: upload it in parts.");
  }

  /** RFC 9457. */
  private static Optional<Json> problem(Answer answer) {
    try {
      return answer.header("Content-Type").startsWith("application/problem+json")
          ? Optional.of(Json.parse(answer.body()))
          : Optional.empty();
    } catch (IllegalArgumentException broken) {
      return Optional.empty();
    }
  }

  private static StartProblem told(int status, Json problem) {
    String zh = sentence(problem.at("zh"), "：", problem);
    String en = sentence(problem.at("en"), ": ", problem);
    return status >= 500 ? StartProblem.failure(zh, en) : new StartProblem(zh, en);
  }

  private static String sentence(Json language, String colon, Json problem) {
    Json told = language.has("title") ? language : problem;
    return told.text("detail").isEmpty()
        ? told.text("title")
        : told.text("title") + colon + told.text("detail");
  }

  /** The words of a problem that stands in an answer. */
  static String[] sentences(Json problem) {
    return new String[] {
      sentence(problem.at("zh"), "：", problem), sentence(problem.at("en"), ": ", problem)
    };
  }

  StartProblem noLantai() {
    return new StartProblem(
        server + " 有应答，但不是兰台，或是较旧的版本：请核对地址，或用与它同版本的 lantai.jar。",
        server
            + " answers, but is no Lantai, or an older one: check the address, or use the"
            + " lantai.jar of its version.");
  }

  StartProblem unreachable(IOException failure) {
    if (failure instanceof SSLException) {
      return new StartProblem(
          "与 " + server + " 的加密连接不可信（" + reason(failure) + "）：请核对地址；自签的证书先放进 Java 的信任库。",
          "The encrypted connection to "
              + server
              + " cannot be trusted ("
              + reason(failure)
              + "): check the address; put a certificate of your own into Java's trust store"
              + " first.");
    }
    if (failure instanceof ConnectException || failure instanceof HttpConnectTimeoutException) {
      return new StartProblem(
          "连不上服务器 " + server + " ：请核对地址与网络，看它是否在运行。",
          "The server "
              + server
              + " cannot be reached: check address and network, and whether it"
              + " runs.");
    }
    return StartProblem.failure(
        "与服务器 " + server + " 的连接中断（" + reason(failure) + "），请再试一次。",
        "The connection to the server "
            + server
            + " broke off ("
            + reason(failure)
            + "); try again.");
  }

  private static String reason(IOException failure) {
    return Optional.ofNullable(failure.getMessage())
        .flatMap(message -> message.lines().findFirst())
        .orElse(failure.getClass().getSimpleName());
  }
}
