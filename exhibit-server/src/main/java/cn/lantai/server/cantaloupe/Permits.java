package cn.lantai.server.cantaloupe;

import cn.lantai.media.Digest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Which images Cantaloupe may open right now. A permit names one, and cannot be guessed. */
public final class Permits {

  private final SecureRandom random = new SecureRandom();
  private final ConcurrentMap<String, Digest> given = new ConcurrentHashMap<>();

  /** Holds until it is closed. */
  final class Permit implements AutoCloseable {

    private final String word;

    private Permit(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }

    @Override
    public void close() {
      given.remove(word);
    }
  }

  Permit give(Digest image) {
    byte[] bytes = new byte[24];
    random.nextBytes(bytes);
    String word = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    given.put(word, image);
    return new Permit(word);
  }

  Optional<Digest> find(String word) {
    return Optional.ofNullable(given.get(word));
  }
}
