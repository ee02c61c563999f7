package cn.lantai.server.describe;

import cn.lantai.entity.EntityIri;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.security.Requires;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** The same images for programs, which show a token. */
@Path("api/images/{key}")
@RequestScoped
@Requires({Permission.DESCRIBE, Permission.REVIEW})
public class WorkingImageResource extends OriginalImages {

  @Override
  String address(EntityIri image) {
    return "/api/images/" + image.key();
  }
}
