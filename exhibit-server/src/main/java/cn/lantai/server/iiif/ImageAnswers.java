package cn.lantai.server.iiif;

import cn.lantai.access.AccessPolicy.Asker;
import cn.lantai.access.ImageCatalogue;
import cn.lantai.access.ImageCatalogue.Finding;
import cn.lantai.access.ImageCatalogue.Found;
import cn.lantai.access.ImageCatalogue.Gone;
import cn.lantai.access.ImageCatalogue.Unknown;
import cn.lantai.media.Digest;
import cn.lantai.media.Picture;
import cn.lantai.media.imageapi.ApiVersion;
import cn.lantai.media.imageapi.ImageBusyException;
import cn.lantai.media.imageapi.ImageInformation;
import cn.lantai.media.imageapi.ImageRequestException;
import cn.lantai.media.imageapi.ImageService;
import cn.lantai.media.imageapi.Rendition;
import cn.lantai.server.iiif.ImageAnswer.Draft;
import cn.lantai.server.iiif.ImageReply.Later;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the Image API answers, in terms of HTTP. */
public final class ImageAnswers {

  private static final Logger LOG = LoggerFactory.getLogger(ImageAnswers.class);

  private static final String ALLOWED = "GET, HEAD, OPTIONS";
  private static final int RETRY_SECONDS = 5;
  private static final int DOCUMENTS = 2_000;
  private static final int MEANINGS = 10_000;

  private final ImageCatalogue catalogue;
  private final ImageService images;
  private final String base;

  /** Image information, made once; what it says changes with what was found. */
  private final Cache<Described, Document> documents =
      Caffeine.newBuilder().maximumSize(DOCUMENTS).build();

  /** What addresses of pictures mean, for visitors ask for the same tiles. */
  private final Cache<Asked, Meant> meanings = Caffeine.newBuilder().maximumSize(MEANINGS).build();

  private record Described(ApiVersion version, String key, Found found) {}

  private record Asked(ImagePath path, Picture picture) {}

  /**
   * @param links value of the header of that name
   */
  private record Meant(Rendition rendition, String tag, String canonical, String links) {}

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

  /** What can be said at once, and what the rest of it is. */
  public ImageReply reply(ImageQuestion question) {
    Draft answer = new Draft(question);
    Optional<ImagePath> path = ImagePath.of(question.path());
    if (path.isEmpty()) {
      return missing(new Unknown(), answer);
    }
    return switch (question.method()) {
      case "GET", "HEAD" -> read(path.get(), question);
      case "OPTIONS" -> answer.allow(ALLOWED);
      default -> answer.header("Allow", ALLOWED).problem(405, "Images can only be read.");
    };
  }

  /**
   * Whether {@link #reply} will need nothing but what is remembered, and to read a tile. Never
   * waits for anything itself.
   */
  public boolean isAtHand(ImageQuestion question) {
    Optional<ImagePath> path = ImagePath.of(question.path());
    return path.isPresent()
        && catalogue.remembered(path.get().key()) instanceof Found found
        && found.readable()
        && isAtHand(path.get(), found);
  }

  private boolean isAtHand(ImagePath path, Found found) {
    return switch (path.asked()) {
      case IMAGE -> false;
      case INFORMATION ->
          documents.getIfPresent(new Described(path.version(), path.key(), found)) != null;
      case PICTURE -> {
        Meant meant = meanings.getIfPresent(new Asked(path, found.picture()));
        yield meant != null && images.isAtHand(found.picture(), meant.rendition());
      }
    };
  }

  private ImageReply read(ImagePath path, ImageQuestion question) {
    Finding finding = catalogue.find(path.key(), Asker.ANYONE);
    if (finding instanceof Found found && !found.readable()) {
      return (Later) asker -> read(path, question, catalogue.find(path.key(), asker.get()));
    }
    return read(path, question, finding);
  }

  private ImageReply read(ImagePath path, ImageQuestion question, Finding finding) {
    Draft answer = new Draft(question);
    if (!(finding instanceof Found found)) {
      return missing(finding, answer);
    }
    ImageAddress address = new ImageAddress(base, path.version(), path.key());
    try {
      return switch (path.asked()) {
        case IMAGE -> answer.redirect(address.information());
        case INFORMATION -> information(address, found, question, answer);
        case PICTURE -> picture(address, path, found, question, answer);
      };
    } catch (ImageRequestException e) {
      return answer.problem(400, e.reason());
    } catch (ImageBusyException e) {
      return busy(question, e);
    }
  }

  private ImageReply information(
      ImageAddress address, Found found, ImageQuestion question, Draft answer)
      throws ImageBusyException {
    Described described = new Described(address.version(), address.imageKey(), found);
    Document document = documents.getIfPresent(described);
    if (document == null) {
      Optional<ImageInformation> information = images.information(found.picture());
      if (information.isEmpty()) {
        return missing(found, answer);
      }
      document = document(information.get(), address, found);
      documents.put(described, document);
    }
    answer.caching(found.everyone());
    answer.header("Vary", "Accept");
    answer.header("Link", profileLink(address));
    answer.header("ETag", document.tag());
    return EntityTags.match(question.ifNoneMatch(), document.tag())
        ? answer.notModified()
        : answer.send(
            InformationType.choose(address.version(), question.accept()), document.json());
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

  private ImageReply picture(
      ImageAddress address, ImagePath path, Found found, ImageQuestion question, Draft answer)
      throws ImageRequestException, ImageBusyException {
    if (!found.readable()) {
      return answer
          .header("WWW-Authenticate", "Cookie realm=\"lantai\"")
          .problem(401, "Sign in to see this image.");
    }
    Optional<Meant> meaning = meaning(address, path, found.picture());
    if (meaning.isEmpty()) {
      return missing(found, answer);
    }
    Meant meant = meaning.get();
    answer.caching(found.everyone()).header("Link", meant.links()).header("ETag", meant.tag());
    if (EntityTags.match(question.ifNoneMatch(), meant.tag())) {
      return answer.notModified();
    }
    try {
      Optional<byte[]> ready = images.ready(found.picture(), meant.rendition());
      return ready.isPresent()
          ? answer.send(meant.rendition().format().mediaType(), ready.get())
          : (Later) asker -> made(found.picture(), meant, question, answer);
    } catch (IOException | RuntimeException broken) {
      return broken(meant, question, broken);
    }
  }

  private Optional<Meant> meaning(ImageAddress address, ImagePath path, Picture picture)
      throws ImageRequestException, ImageBusyException {
    Asked asked = new Asked(path, picture);
    Meant known = meanings.getIfPresent(asked);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Rendition> rendition = images.rendition(picture, path.request());
    if (rendition.isEmpty()) {
      return Optional.empty();
    }
    String canonical = address.picture(rendition.get().canonical());
    Meant meant =
        new Meant(
            rendition.get(),
            '"' + images.tag(picture, rendition.get()) + '"',
            canonical,
            // One header: not every client looks at a second one.
            "<" + canonical + ">;rel=\"canonical\", " + profileLink(address));
    meanings.put(asked, meant);
    return Optional.of(meant);
  }

  private ImageAnswer made(Picture picture, Meant meant, ImageQuestion question, Draft answer) {
    try {
      byte[] made = images.picture(picture, meant.rendition());
      return answer.send(meant.rendition().format().mediaType(), made);
    } catch (ImageBusyException busy) {
      return busy(question, busy);
    } catch (IOException | RuntimeException broken) {
      return broken(meant, question, broken);
    }
  }

  private static ImageAnswer busy(ImageQuestion question, ImageBusyException busy) {
    return new Draft(question)
        .header("Retry-After", Integer.toString(RETRY_SECONDS))
        .problem(503, busy.getMessage());
  }

  private static ImageAnswer broken(Meant meant, ImageQuestion question, Exception broken) {
    LOG.error("{} cannot be made", meant.canonical(), broken);
    return new Draft(question).problem(500, "This picture cannot be made.");
  }

  private static ImageAnswer missing(Finding finding, Draft answer) {
    return finding instanceof Gone
        ? answer.problem(410, "This image has been withdrawn.")
        : answer.problem(404, "There is no such image here.");
  }

  private static String profileLink(ImageAddress address) {
    return "<" + address.version().profile() + ">;rel=\"profile\"";
  }
}
