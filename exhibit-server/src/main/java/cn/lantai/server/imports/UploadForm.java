package cn.lantai.server.imports;

import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The form in which files come (multipart/form-data): any number of parts {@code file}, and of
 * {@code dry-run}, {@code publish}, {@code mapping} and {@code encoding} at most one each.
 */
public record UploadForm(List<Uploads.Incoming> files, ImportOptions options) {

  private static final int LONGEST_VALUE = 1000;
  private static final String FILE = "file";

  public static UploadForm of(List<EntityPart> parts) throws IOException {
    List<Uploads.Incoming> files = new ArrayList<>();
    Map<String, String> fields = new HashMap<>();
    for (EntityPart part : parts) {
      Optional<String> fileName = part.getFileName().map(UploadForm::asSent);
      if (part.getName().equals(FILE)) {
        // A form in which no file was chosen has a part without a name.
        fileName
            .filter(name -> !name.isBlank())
            .ifPresent(name -> files.add(new Uploads.Incoming(name, part.getContent())));
      } else {
        fields.put(part.getName(), value(part));
      }
    }
    return new UploadForm(files, options(fields));
  }

  /** How it is to be imported, by the names of the fields of this form. */
  public static ImportOptions options(Map<String, String> fields) {
    return new ImportOptions(
        isYes(fields.get(IngestJob.DRY_RUN)),
        isYes(fields.get(IngestJob.PUBLISH)),
        text(fields.get(IngestJob.MAPPING)),
        text(fields.get(IngestJob.ENCODING)));
  }

  private static String value(EntityPart part) throws IOException {
    try (InputStream content = part.getContent()) {
      return new String(content.readNBytes(LONGEST_VALUE), StandardCharsets.UTF_8).strip();
    }
  }

  private static boolean isYes(String value) {
    return value != null && List.of("true", "on", "1").contains(value);
  }

  private static Optional<String> text(String value) {
    return Optional.ofNullable(value).filter(text -> !text.isEmpty());
  }

  /** Names are sent in UTF-8 and arrive read as Latin-1. */
  static String asSent(String name) {
    if (name.chars().anyMatch(c -> c > 0xFF)) {
      return name;
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(name.getBytes(StandardCharsets.ISO_8859_1)))
          .toString();
    } catch (CharacterCodingException latin) {
      return name;
    }
  }
}
