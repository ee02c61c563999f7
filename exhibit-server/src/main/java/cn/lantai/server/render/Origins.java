package cn.lantai.server.render;

import cn.lantai.server.site.view.Image;
import cn.lantai.server.site.view.PageView;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The servers from which a page shows images of other institutions. They are read from the view
 * itself, so that no page can show such an image, and none can allow a server, without the other.
 */
public final class Origins {

  private static final String VIEWS = PageView.class.getPackageName();

  private final SortedSet<String> found = new TreeSet<>();

  private Origins() {}

  public static SortedSet<String> of(PageView view) {
    Origins origins = new Origins();
    origins.visit(view);
    return origins.found;
  }

  private void visit(Object value) {
    if (value instanceof Image image) {
      image.origin().ifPresent(found::add);
    } else if (value instanceof Optional<?> optional) {
      optional.ifPresent(this::visit);
    } else if (value instanceof Collection<?> all) {
      all.forEach(this::visit);
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(this::visit);
    } else if (value instanceof Record record && record.getClass().getPackageName().equals(VIEWS)) {
      for (RecordComponent component : record.getClass().getRecordComponents()) {
        visit(component(record, component));
      }
    }
  }

  private static Object component(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
