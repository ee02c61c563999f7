package cn.lantai.server.iiif;

import cn.lantai.media.imageapi.ApiVersion;

/** Where an image stands on the web: ids, redirects and canonical links are made from it. */
public record ImageAddress(String publicBase, ApiVersion version, String imageKey) {

  /**
   * The id of the image service, without a slash at its end.
   *
   * <p>Keys hold only characters that need no escape.
   */
  public String id() {
    return publicBase + "/iiif/" + version.number() + "/" + imageKey;
  }

  public String information() {
    return id() + "/info.json";
  }

  /**
   * @param parameters region, size, rotation, quality and format as the specification writes them
   */
  public String picture(String parameters) {
    return id() + "/" + parameters.replace("^", "%5E");
  }
}
