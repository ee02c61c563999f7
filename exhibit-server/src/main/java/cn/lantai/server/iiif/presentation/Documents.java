package cn.lantai.server.iiif.presentation;

import cn.lantai.search.StageIndex;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.site.StageReader;
import cn.lantai.stage.GraphStore;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.EntityTag;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Makes documents from the public stage and keeps them, each until the stage changes. Those who ask
 * for one at the same time wait for one to be made.
 */
@ApplicationScoped
public class Documents {

  private static final long CACHE_BYTES = 48L << 20;

  @Inject GraphStore stage;
  @Inject StageIndex index;
  @Inject Addresses addresses;

  private final Cache<Key, Optional<Document>> cache =
      Caffeine.newBuilder()
          .maximumWeight(CACHE_BYTES)
          .weigher((Key key, Optional<Document> made) -> made.map(Document::size).orElse(0) + 200)
          .build();

  private record Key(String path, OptionalLong page, boolean second, long graph, long index) {}

  /**
   * A document as it is sent.
   *
   * @param tag weak, because the server may compress it on its way
   */
  @SuppressWarnings("ArrayRecordComponent") // sent, not compared
  public record Document(byte[] json, EntityTag tag) {
    int size() {
      return json.length;
    }
  }

  /**
   * @param page of a collection; empty for all of it
   * @param second whether in version 2
   */
  Optional<Document> get(PresentationAddress address, OptionalLong page, boolean second) {
    Key key = new Key(address.path(), page, second, stage.changed(), index.changed());
    return cache.get(
        key,
        asked ->
            make(address, page)
                .map(json -> second ? new Presentation2(addresses).convert(json) : json)
                .map(Documents::document));
  }

  private Optional<JsonObject> make(PresentationAddress address, OptionalLong page) {
    return stage.read(
        data -> {
          StageReader reader = new StageReader(data.getDefaultGraph(), addresses.base());
          Manifests manifests = new Manifests(reader, index, addresses);
          Collections collections = new Collections(reader, index, addresses);
          return switch (address.kind()) {
            case MANIFEST -> address.thing().flatMap(manifests::of);
            case CANVAS -> address.thing().flatMap(manifests::canvas);
            case TRANSCRIPT -> address.thing().flatMap(manifests::transcript);
            case COLLECTION -> address.thing().flatMap(thing -> collections.of(thing, page));
            case LIST -> address.list().flatMap(type -> collections.list(type, page));
            case TOP -> Optional.of(collections.top());
          };
        });
  }

  private static Document document(JsonObject json) {
    byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new Document(bytes, new EntityTag(HexFormat.of().formatHex(digest, 0, 12), true));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
