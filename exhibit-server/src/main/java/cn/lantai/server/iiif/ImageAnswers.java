package cn.lantai.server.iiif;

import cn.lantai.access.AccessPolicy.Asker;
import cn.lantai.access.ImageCatalogue;
import cn.lantai.access.ImageCatalogue.Finding;
import cn.lantai.access.ImageCatalogue.Found;
import cn.lantai.access.ImageCatalogue.Gone;
import cn.lantai.media.Digest;
import cn.lantai.media.imageapi.ApiVersion;
import cn.lantai.media.imageapi.ImageBusyException;
import cn.lantai.media.imageapi.ImageInformation;
import cn.lantai.media.imageapi.ImageRequestException;
import cn.lantai.media.imageapi.ImageService;
import cn.lantai.media.imageapi.Rendition;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the Image API answers, in terms of HTTP. */
public final class ImageAnswers {

  private static final Logger LOG = LoggerFactory.getLogger(ImageAnswers.class);

  private static final Set<String> METHODS = Set.of("GET", "HEAD", "OPTIONS");
  private static final String ALLOWED = "GET, HEAD, OPTIONS";
  private static final int RETRY_SECONDS = 5;
  private static final int DOCUMENTS = 2_000;

  private final ImageCatalogue catalogue;
  private final ImageService images;
  private final String base;

  /** Image information, made once; what it says changes with what was found. */
  private final Cache<Described, Document> documents =
      Caffeine.newBuilder().maximumSize(DOCUMENTS).build();

  private record Described(ApiVersion version, String key, Found found) {}

  @SuppressWarnings("ArrayRecordComponent") // never changed
  private record Document(byte[] json, String tag) {}

  /**
   * @param base scheme, host and port as readers see them; no slash at the end
   */
  public ImageAnswers(ImageCatalogue catalogue, ImageService images, String base) {
    this.catalogue = catalogue;
    this.images = images;
    this.base = base;
  }

  /**
   * @param asker who asks; looked at only for an image that is not for everyone
   */
  void answer(HttpServletRequest request, HttpServletResponse response, Supplier<Asker> asker)
      throws IOException {
    ImageAnswer answer = new ImageAnswer(request, response);
    answer.openToAllOrigins();
    Optional<ImagePath> path = ImagePath.of(request.getRequestURI());
    if (path.isEmpty()) {
      answer.problem(404, "There is no such image here.");
    } else if (!METHODS.contains(request.getMethod())) {
      answer.header("Allow", ALLOWED);
      answer.problem(405, "Images can only be read.");
    } else if (request.getMethod().equals("OPTIONS")) {
      answer.allow(ALLOWED);
    } else {
      read(path.get(), request, answer, asker);
    }
  }

  /** Whether anybody gets the same answer for this image. */
  boolean isForEveryone(String imageKey) {
    return catalogue.find(imageKey, Asker.ANYONE) instanceof Found found && found.everyone();
  }

  private void read(
      ImagePath path, HttpServletRequest request, ImageAnswer answer, Supplier<Asker> asker)
      throws IOException {
    Finding finding = catalogue.find(path.key(), Asker.ANYONE);
    if (finding instanceof Found found && !found.readable()) {
      finding = catalogue.find(path.key(), asker.get());
    }
    if (!(finding instanceof Found found)) {
      missing(finding, answer);
      return;
    }
    ImageAddress address = new ImageAddress(base, path.version(), path.key());
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
      ImageAddress address, Found found, HttpServletRequest request, ImageAnswer answer)
      throws IOException {
    Described described = new Described(address.version(), address.imageKey(), found);
    Document document = documents.getIfPresent(described);
    if (document == null) {
      Optional<ImageInformation> information = images.information(found.picture());
      if (information.isEmpty()) {
        missing(found, answer);
        return;
      }
      document = document(information.get(), address, found);
      documents.put(described, document);
    }
    answer.caching(found.everyone());
    answer.header("Vary", "Accept");
    answer.header("Link", profileLink(address));
    if (answer.isNew(document.tag())) {
      answer.send(
          InformationType.choose(address.version(), request.getHeader("Accept")), document.json());
    }
  }

  private Document document(ImageInformation information, ImageAddress address, Found found) {
    ImageInformation.Context context =
        new ImageInformation.Context(
            found.credit().rights(),
            found.credit().attribution(),
            found.everyone()
                ? Optional.empty()
                : Optional.of(new AuthServices(base).json(address.version(), address.imageKey())));
    byte[] json =
        information
            .toJson(address.version(), address.id(), context)
            .getBytes(StandardCharsets.UTF_8);
    // Weak, because the server may compress the document under the same tag.
    return new Document(json, "W/\"" + Digest.of(json).hex().substring(0, 32) + '"');
  }

  private void picture(ImageAddress address, ImagePath path, Found found, ImageAnswer answer)
      throws IOException, ImageRequestException {
    if (!found.readable()) {
      answer.header("WWW-Authenticate", "Cookie realm=\"lantai\"");
      answer.problem(401, "Sign in to see this image.");
      return;
    }
    Optional<Rendition> rendition = images.rendition(found.picture(), path.request());
    if (rendition.isEmpty()) {
      missing(found, answer);
      return;
    }
    Rendition asked = rendition.get();
    answer.caching(found.everyone());
    // One header: not every client looks at a second one.
    answer.header(
        "Link",
        "<" + address.picture(asked.canonical()) + ">;rel=\"canonical\", " + profileLink(address));
    if (answer.isNew('"' + images.tag(found.picture(), asked) + '"')) {
      byte[] bytes;
      try {
        bytes = images.picture(found.picture(), asked);
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

  private static void missing(Finding finding, ImageAnswer answer) throws IOException {
    if (finding instanceof Gone) {
      answer.problem(410, "This image has been withdrawn.");
    } else {
      answer.problem(404, "There is no such image here.");
    }
  }

  private static String profileLink(ImageAddress address) {
    return "<" + address.version().profile() + ">;rel=\"profile\"";
  }
}
