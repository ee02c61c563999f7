package cn.lantai.ingest.scan;

import cn.lantai.entity.EntityIri;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who has the reference codes that scans may be named by. Of all codes of a system only those are
 * held that some scan may mean; a filter of two MiB tells most of the others apart.
 */
final class ScanCodes {

  private static final int BITS = 1 << 24;

  private final BitSet wanted = new BitSet(BITS);
  private final Map<String, Map<EntityIri, String>> before = new HashMap<>();
  private final Map<String, Map<EntityIri, String>> now = new HashMap<>();

  void want(String folded) {
    wanted.set(first(folded));
    wanted.set(second(folded));
  }

  boolean isWanted(String folded) {
    return wanted.get(first(folded)) && wanted.get(second(folded));
  }

  /** A code of what was there before the import. */
  void before(String code, EntityIri holder) {
    add(before, code, holder);
  }

  /** A code that the import itself brings. */
  void now(String code, EntityIri holder) {
    add(now, code, holder);
  }

  /** Forgets what the import brings, for it is read anew. */
  void restart() {
    now.clear();
  }

  /** Who has the code, and how it is written there; several if codes differ in separators only. */
  Map<EntityIri, String> holders(String folded) {
    Map<EntityIri, String> holders = new LinkedHashMap<>(before.getOrDefault(folded, Map.of()));
    holders.putAll(now.getOrDefault(folded, Map.of()));
    return holders;
  }

  private void add(Map<String, Map<EntityIri, String>> codes, String code, EntityIri holder) {
    String folded = ScanName.fold(code);
    if (isWanted(folded)) {
      codes.computeIfAbsent(folded, each -> new LinkedHashMap<>()).put(holder, code);
    }
  }

  private static int first(String text) {
    return mixed(text.hashCode() * 0x9E3779B97F4A7C15L);
  }

  private static int second(String text) {
    long hash = text.length();
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
    }
    return mixed(hash);
  }

  private static int mixed(long hash) {
    return (int) ((hash ^ hash >>> 29) >>> 17) & BITS - 1;
  }
}
