package cn.lantai.server.site.view;

import java.util.Objects;

/**
 * The picture that stands for a selection.
 *
 * @param scene artwork made to bleed off the page; otherwise the image of a holding, shown whole as
 *     an object on a wall
 */
public record Cover(Image image, boolean scene) {
  public Cover {
    Objects.requireNonNull(image);
  }

  public static Cover scene(Image image) {
    return new Cover(image, true);
  }

  public static Cover sheet(Image image) {
    return new Cover(image, false);
  }
}
