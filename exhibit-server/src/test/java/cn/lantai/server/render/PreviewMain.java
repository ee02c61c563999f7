package cn.lantai.server.render;

import cn.lantai.server.rights.Permission;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/**
 * Shows all pages with fixture views, for people who work on templates and styles: {@code
 * PreviewMain [port] [folder of JPEG images]} serves them with the headers of the real server, and
 * writes each to {@code target/preview}.
 */
final class PreviewMain {
  private static final Pattern REGION =
      Pattern.compile("/iiif/3/([a-z0-9-]+)/([^/]+)/([^/]+)/0/default\\.jpg");

  private final Themes themes = Themes.builtIn();
  private final Assets assets = new Assets(themes);
  private final Renderer renderer = new Renderer(themes, assets);
  private final Path images;
  private final Map<String, BufferedImage> read = new ConcurrentHashMap<>();
  private final Map<String, byte[]> sent = new ConcurrentHashMap<>();

  private PreviewMain(Path images) {
    this.images = images;
  }

  public static void main(String[] args) throws IOException {
    int port = args.length > 0 ? Integer.parseInt(args[0]) : 8090;
    PreviewMain preview = new PreviewMain(Path.of(args.length > 1 ? args[1] : "."));
    preview.write(Path.of("target/preview"));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(Executors.newFixedThreadPool(8));
    server.createContext("/", preview::answer);
    server.start();
    System.out.println("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private void write(Path folder) throws IOException {
    for (Language language : Language.values()) {
      for (var page : new Fixtures(language).pages().entrySet()) {
        String name = page.getKey().replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        Path file =
            folder.resolve(language.code()).resolve((name.isEmpty() ? "home" : name) + ".html");
        Files.createDirectories(file.getParent());
        Files.write(
            file,
            renderer.render(
                page.getValue(),
                PageContext.anonymous(language, page.getKey(), "http://127.0.0.1:8080")));
      }
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getRawPath();
      if (path.startsWith("/static/")) {
        String[] steps = path.split("/", 4);
        Optional<Asset> asset = assets.find(steps[2], steps[3]);
        send(
            exchange,
            asset.isPresent() ? 200 : 404,
            asset.map(Asset::mediaType).orElse("text/plain"),
            asset.map(Asset::bytes).orElse(new byte[0]));
      } else if (path.startsWith("/iiif/")) {
        image(exchange, path);
      } else {
        page(exchange);
      }
    }
  }

  private void page(HttpExchange exchange) throws IOException {
    Map<String, String> settings = new HashMap<>();
    String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    StringBuilder rest = new StringBuilder();
    for (String parameter : query.split("&", -1)) {
      String[] pair = parameter.split("=", 2);
      if (pair.length == 2 && Pattern.matches("lang|theme|scheme", pair[0])) {
        settings.put(pair[0], pair[1]);
      } else if (!parameter.isEmpty()) {
        rest.append(rest.isEmpty() ? "?" : "&").append(parameter);
      }
    }
    Language language = Language.of(settings.getOrDefault("lang", "zh")).orElse(Language.ZH);
    String address = exchange.getRequestURI().getRawPath() + rest;
    var view = new Fixtures(language).pages();
    boolean found = view.containsKey(address);
    PageContext context =
        Fixtures.inPlace(
            new PageContext(
                language,
                settings.getOrDefault("theme", Themes.DEFAULT),
                Scheme.of(settings.getOrDefault("scheme", "light")).orElse(Scheme.LIGHT),
                address,
                "http://127.0.0.1:8080",
                address.equals("/workbench") ? Optional.of("admin") : Optional.empty(),
                EnumSet.allOf(Permission.class),
                "token",
                3));
    exchange.getResponseHeaders().set("Content-Security-Policy", ContentSecurity.POLICY);
    send(
        exchange,
        found ? 200 : 404,
        "text/html; charset=UTF-8",
        renderer.render(view.get(found ? address : "/error/404"), context));
  }

  /** Just enough of the Image API for templates: any size, any region, one quality. */
  private void image(HttpExchange exchange, String path) throws IOException {
    if (path.endsWith("/info.json")) {
      String key = path.split("/", -1)[3];
      BufferedImage image = load(key);
      String json =
          """
          {"@context":"http://iiif.io/api/image/3/context.json","id":"%s","type":"ImageService3",
          "protocol":"http://iiif.io/api/image","profile":"level2","width":%d,"height":%d,
          "tiles":[{"width":512,"scaleFactors":[1,2,4]}]}\
          """
              .formatted(
                  "http://" + exchange.getRequestHeaders().getFirst("Host") + "/iiif/3/" + key,
                  image.getWidth(),
                  image.getHeight());
      send(exchange, 200, "application/json", json.getBytes(StandardCharsets.UTF_8));
      return;
    }
    if (sent.containsKey(path)) {
      send(exchange, 200, "image/jpeg", sent.get(path));
      return;
    }
    Matcher matcher = REGION.matcher(path);
    if (!matcher.matches()) {
      send(exchange, 400, "text/plain", new byte[0]);
      return;
    }
    BufferedImage image = load(matcher.group(1));
    String region = matcher.group(2);
    if (!region.equals("full")) {
      boolean percent = region.startsWith("pct:");
      String[] n = region.replace("pct:", "").split(",", -1);
      double fx = percent ? image.getWidth() / 100.0 : 1;
      double fy = percent ? image.getHeight() / 100.0 : 1;
      int x = (int) (Double.parseDouble(n[0]) * fx);
      int y = (int) (Double.parseDouble(n[1]) * fy);
      image =
          image.getSubimage(
              x,
              y,
              Math.min((int) (Double.parseDouble(n[2]) * fx), image.getWidth() - x),
              Math.min((int) (Double.parseDouble(n[3]) * fy), image.getHeight() - y));
    }
    String size = matcher.group(3);
    int width = image.getWidth();
    if (!size.equals("max")) {
      width = Integer.parseInt(size.replaceAll("^!|,.*", ""));
    }
    int height = Math.max(1, Math.round((float) image.getHeight() * width / image.getWidth()));
    BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = scaled.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    g.drawImage(image, 0, 0, width, height, null);
    g.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(scaled, "jpg", out);
    sent.put(path, out.toByteArray());
    send(exchange, 200, "image/jpeg", out.toByteArray());
  }

  private BufferedImage load(String key) {
    return read.computeIfAbsent(
        key,
        k -> {
          Path file = images.resolve(k + ".jpg");
          try {
            if (Files.exists(file)) {
              return ImageIO.read(file.toFile());
            }
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
          BufferedImage blank = new BufferedImage(1200, 1640, BufferedImage.TYPE_INT_RGB);
          Graphics2D g = blank.createGraphics();
          g.setColor(new Color(0xd9ccb0));
          g.fillRect(0, 0, 1200, 1640);
          g.dispose();
          return blank;
        });
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] bytes)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }
}
