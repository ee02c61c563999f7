package cn.lantai.ingest.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Keys for what has none of ours: made from how the source calls it, so that the same thing has the
 * same key at the next import. A key that does not show the whole name ends in some digits of its
 * digest.
 */
public final class SourceKeys {

  private static final int LONGEST = 100;
  private static final int DIGITS = 8;

  private SourceKeys() {}

  /** A key for a name within a namespace, which is a key itself. */
  public static String of(String namespace, String name) {
    String slug = slug(name);
    return key(namespace + (slug.isEmpty() ? "" : "-" + slug), slug, name);
  }

  /** A key for a name that is known everywhere, such as a reference code. */
  public static String of(String name) {
    String slug = slug(name);
    return key(slug.isEmpty() ? "s" : slug, slug, name);
  }

  private static String key(String key, String slug, String name) {
    boolean faithful = name.strip().toLowerCase(Locale.ROOT).equals(slug);
    if (faithful && key.length() <= LONGEST) {
      return key;
    }
    String digest = digest(name.strip());
    return key.substring(0, Math.min(key.length(), LONGEST)) + "-" + digest;
  }

  /** A namespace for a source, from what it calls itself or the name of its file. */
  public static String namespace(String name) {
    String slug = slug(name);
    boolean faithful = name.strip().toLowerCase(Locale.ROOT).equals(slug);
    String cut = slug.substring(0, Math.min(slug.length(), 40));
    return faithful && cut.length() == slug.length() && !slug.isEmpty()
        ? slug
        : (cut.isEmpty() ? "s" : cut) + "-" + digest(name.strip());
  }

  private static String slug(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9._]+", "-")
        .replaceAll("^[^a-z0-9]+|[^a-z0-9]+$", "");
  }

  private static String digest(String name) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
