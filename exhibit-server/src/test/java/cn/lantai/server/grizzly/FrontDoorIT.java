package cn.lantai.server.grizzly;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.lantai.server.testing.LantaiServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same is answered at the front door, and by the servlet, to which HTTP/1.0 always goes. */
@ExtendWith(LantaiServer.class)
class FrontDoorIT {

  private static final Set<String> DIFFERENT = Set.of("date", "connection", "transfer-encoding");

  private final URI base;

  FrontDoorIT(LantaiServer.Running server) {
    base = URI.create(server.baseUrl());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/iiif/3/r001-1",
        "/iiif/3/r001-1/",
        "/iiif/3/r001-1/info.json",
        "/iiif/2/r001-1/info.json",
        "/iiif/3/r001%2D1/info.json",
        "/iiif/3/r001-1/info.json?x=y",
        "/iiif/3/r001-1/0,0,512,512/512,512/0/default.jpg",
        "/iiif/3/r001-1/0,0,512,512/max/0/color.jpg",
        "/iiif/2/r001-1/512,0,512,512/512,/0/default.jpg",
        "/iiif/3/r001-1/full/!400,400/0/default.jpg",
        "/iiif/3/r001-1/full/90,/0/default.jpg",
        "/iiif/3/r001-1/0,0,100,100/%5E150,/0/default.jpg",
        "/iiif/3/r001-1/full/max/0/default.bmp",
        "/iiif/3/r001-1/0,0,0,0/max/0/default.jpg",
        "/iiif/3/r001-1/full/99999,/0/default.jpg",
        "/iiif/3/r001-1//max/0/default.jpg",
        "/iiif/3/r001-1/full/max/0/default.jpg/",
        "/iiif/3/r001-1;a=b/info.json",
        "/iiif/3/nothing/info.json",
        "/iiif/3/../3/r001-1/info.json",
        "/iiif/3/..%2f..%2fdb/info.json",
        "/iiif/3/r001-1%00/info.json",
        "/iiif/3/r001-1%/info.json",
        "/iiif/3/r001-1%ff/info.json",
        "/iiif/%33/r001-1/info.json",
        "/iiif/4/r001-1/info.json",
        "//iiif/3/r001-1/info.json"
      })
  void bothWaysAnswerTheSame(String path) throws IOException {
    assertSame("GET", path);
    assertSame("HEAD", path);
    String tag = ask("GET", path, "1.0").headers().getOrDefault("etag", "none");
    assertSame("GET", path, "If-None-Match: " + tag);
    assertSame(
        "GET", path, "If-None-Match: \"other\"", "Accept: application/json;q=0.9, */*;q=0.1");
    assertSame("HEAD", path, "If-None-Match: *");
    assertSame("GET", path, "Range: bytes=0-9", "Cookie: lantai-images=x; JSESSIONID=y");
  }

  private void assertSame(String method, String path, String... headers) throws IOException {
    Answer front = ask(method, path, "1.1", headers);
    Answer servlet = ask(method, path, "1.0", headers);
    String what = method + " " + path + " " + List.of(headers);
    assertEquals(servlet.status(), front.status(), what);
    assertEquals(servlet.headers(), front.headers(), what);
    assertEquals(servlet.content(), front.content(), what);
  }

  /**
   * @param content byte by byte, without the name of the request
   */
  private record Answer(int status, Map<String, String> headers, String content) {}

  /** Over a socket, for clients that know HTTP correct such addresses. */
  private Answer ask(String method, String path, String version, String... headers)
      throws IOException {
    StringBuilder request = new StringBuilder(method + " " + path + " HTTP/" + version + "\r\n");
    request.append("Host: ").append(base.getAuthority()).append("\r\nConnection: close\r\n");
    for (String header : headers) {
      request.append(header).append("\r\n");
    }
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout(60_000);
      socket
          .getOutputStream()
          .write(request.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      return answer(in.readAllBytes());
    }
  }

  private static Answer answer(byte[] all) {
    String text = new String(all, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    String[] lines = text.substring(0, end).split("\r\n", -1);
    Map<String, String> headers = new TreeMap<>();
    String id = "";
    for (String line : Arrays.asList(lines).subList(1, lines.length)) {
      String name = line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT);
      String value = line.substring(name.length() + 1).strip();
      if (name.equals("x-request-id")) {
        id = value;
      } else if (!DIFFERENT.contains(name)) {
        headers.merge(name, value, (a, b) -> a + ", " + b);
      }
    }
    return new Answer(
        Integer.parseInt(lines[0].split(" ", -1)[1]),
        headers,
        id.isEmpty() ? text.substring(end + 4) : text.substring(end + 4).replace(id, ""));
  }
}
