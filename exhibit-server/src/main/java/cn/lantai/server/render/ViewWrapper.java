package cn.lantai.server.render;

import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.Version;
import java.util.Optional;

/** Lets templates ask {@code view.subtitle??} of an {@link Optional}. */
final class ViewWrapper extends DefaultObjectWrapper {
  static final Version VERSION = Configuration.VERSION_2_3_34;

  ViewWrapper() {
    super(VERSION);
  }

  @Override
  public TemplateModel wrap(Object object) throws TemplateModelException {
    return super.wrap(object instanceof Optional<?> optional ? optional.orElse(null) : object);
  }
}
