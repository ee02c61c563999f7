package cn.lantai.server.iiif.presentation;

import cn.lantai.server.linkeddata.Addresses;
import jakarta.json.JsonArrayBuilder;

/** Says where the transcripts of a document are searched (Content Search 2.0, 3). */
final class SearchService {

  private SearchService() {}

  /**
   * @param document the address of a manifest or a collection
   */
  static JsonArrayBuilder of(String document, Addresses addresses) {
    return Parts.array(
        Parts.thing(addresses.search(document), "SearchService2")
            .add(
                "service",
                Parts.array(
                    Parts.thing(addresses.autocomplete(document), "AutoCompleteService2"))));
  }
}
