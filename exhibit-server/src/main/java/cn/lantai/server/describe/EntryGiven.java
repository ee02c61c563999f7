package cn.lantai.server.describe;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;

/** What an address fills into an empty form. */
final class EntryGiven {

  private EntryGiven() {}

  static MultivaluedMap<String, String> of(MultivaluedMap<String, String> query) {
    MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
    query.forEach((heading, values) -> fields.put("f." + heading, values));
    return fields;
  }
}
