package cn.lantai.server.iiif;

import cn.lantai.access.ImageCatalogue;
import cn.lantai.access.ImageCatalogue.Finding;
import cn.lantai.access.ImageCatalogue.Found;
import cn.lantai.access.ImageCatalogue.Gone;
import cn.lantai.media.Digest;
import cn.lantai.media.imageapi.ImageBusyException;
import cn.lantai.media.imageapi.ImageInformation;
import cn.lantai.media.imageapi.ImageRequestException;
import cn.lantai.media.imageapi.ImageService;
import cn.lantai.media.imageapi.Rendition;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The IIIF Image API 3.0 and 2.1, compliance level 2.
 *
 * <p>Not a JAX-RS resource: a viewer asks for dozens of tiles at once, and what JAX-RS does for
 * each request costs many times what the tile does.
 */
@WebServlet(urlPatterns = {"/iiif/2/*", "/iiif/3/*"})
@SuppressWarnings("serial") // a servlet is never written anywhere
public class ImageServlet extends HttpServlet {

  private static final Logger LOG = LoggerFactory.getLogger(ImageServlet.class);

  private static final Set<String> METHODS = Set.of("GET", "HEAD", "OPTIONS");
  private static final String ALLOWED = "GET, HEAD, OPTIONS";
  private static final int HOUR = 3600;
  private static final int RETRY_SECONDS = 5;

  @Inject ImageCatalogue catalogue;
  @Inject ImageService images;
  @Inject PublicBase base;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    // Any page may use images; that is what the standard is for.
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Access-Control-Expose-Headers", "Link, ETag");
    Answer answer = new Answer(request, response);
    Optional<ImagePath> path = ImagePath.of(request.getRequestURI());
    if (path.isEmpty()) {
      answer.problem(404, "There is no such image here.");
    } else if (!METHODS.contains(request.getMethod())) {
      response.setHeader("Allow", ALLOWED);
      answer.problem(405, "Images can only be read.");
    } else if (request.getMethod().equals("OPTIONS")) {
      allow(response);
    } else {
      read(path.get(), request, answer);
    }
  }

  private void read(ImagePath path, HttpServletRequest request, Answer answer) throws IOException {
    Finding finding = catalogue.find(path.key());
    if (!(finding instanceof Found found)) {
      missing(finding, answer);
      return;
    }
    ImageAddress address = new ImageAddress(base.url(), path.version(), path.key());
    try {
      switch (path.asked()) {
        case IMAGE -> answer.redirect(address.information());
        case INFORMATION -> information(address, found, request, answer);
        case PICTURE -> picture(address, path, found, answer);
      }
    } catch (ImageRequestException e) {
      answer.problem(400, e.reason());
    } catch (ImageBusyException e) {
      answer.retryAfter(RETRY_SECONDS);
      answer.problem(503, e.getMessage());
    }
  }

  private void information(
      ImageAddress address, Found found, HttpServletRequest request, Answer answer)
      throws IOException {
    Optional<ImageInformation> information = images.information(found.digest());
    if (information.isEmpty()) {
      missing(found, answer);
      return;
    }
    byte[] json =
        information
            .get()
            .toJson(address.version(), address.id(), found.rights())
            .getBytes(StandardCharsets.UTF_8);
    answer.caching(found);
    answer.header("Vary", "Accept");
    answer.header("Link", profileLink(address));
    // Weak, because the server may compress the document under the same tag.
    if (answer.isNew("W/\"" + Digest.of(json).hex().substring(0, 32) + '"')) {
      answer.send(InformationType.choose(address.version(), request.getHeader("Accept")), json);
    }
  }

  private void picture(ImageAddress address, ImagePath path, Found found, Answer answer)
      throws IOException, ImageRequestException {
    Optional<Rendition> rendition = images.rendition(found.digest(), path.request());
    if (rendition.isEmpty()) {
      missing(found, answer);
      return;
    }
    Rendition asked = rendition.get();
    answer.caching(found);
    // One header: not every client looks at a second one.
    answer.header(
        "Link",
        "<" + address.picture(asked.canonical()) + ">;rel=\"canonical\", " + profileLink(address));
    if (answer.isNew('"' + images.tag(found.digest(), asked) + '"')) {
      byte[] bytes;
      try {
        bytes = images.picture(found.digest(), asked);
      } catch (ImageBusyException busy) {
        throw busy;
      } catch (IOException | RuntimeException broken) {
        LOG.error("{} cannot be made", address.picture(asked.canonical()), broken);
        answer.problem(500, "This picture cannot be made.");
        return;
      }
      answer.send(asked.format().mediaType(), bytes);
    }
  }

  private static void missing(Finding finding, Answer answer) throws IOException {
    if (finding instanceof Gone) {
      answer.problem(410, "This image has been withdrawn.");
    } else {
      answer.problem(404, "There is no such image here.");
    }
  }

  private static void allow(HttpServletResponse response) {
    response.setStatus(204);
    response.setHeader("Allow", ALLOWED);
    response.setHeader("Access-Control-Allow-Methods", ALLOWED);
    response.setHeader("Access-Control-Allow-Headers", "Accept, If-None-Match");
    response.setHeader("Access-Control-Max-Age", Integer.toString(24 * HOUR));
  }

  private static String profileLink(ImageAddress address) {
    return "<" + address.version().profile() + ">;rel=\"profile\"";
  }

  /** What is sent for one request. */
  private static final class Answer {

    private final HttpServletRequest request;
    private final HttpServletResponse response;

    Answer(HttpServletRequest request, HttpServletResponse response) {
      this.request = request;
      this.response = response;
    }

    void header(String name, String value) {
      response.setHeader(name, value);
    }

    void caching(Found found) {
      // What is not for everyone is kept by the reader's own browser, and asked for each time.
      header("Cache-Control", found.everyone() ? "public, max-age=" + HOUR : "private, no-cache");
    }

    /** Whether to send something; if not, it is said that the client has it already. */
    boolean isNew(String tag) {
      header("ETag", tag);
      if (EntityTags.match(request.getHeader("If-None-Match"), tag)) {
        response.setStatus(304);
        return false;
      }
      return true;
    }

    void redirect(String address) {
      response.setStatus(303);
      header("Location", address);
    }

    void retryAfter(int seconds) {
      header("Retry-After", Integer.toString(seconds));
    }

    void problem(int status, String text) throws IOException {
      response.setStatus(status);
      header("Cache-Control", "no-store");
      header("ETag", null);
      send("text/plain;charset=UTF-8", (text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    void send(String mediaType, byte[] content) throws IOException {
      response.setContentType(mediaType);
      response.setContentLength(content.length);
      if (!request.getMethod().equals("HEAD")) {
        response.getOutputStream().write(content);
      }
    }
  }
}
