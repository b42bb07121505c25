import Mustache

// A report has thousands of cells, and to reflect upon each, as `ViewFields` does, costs more than to write it. What tables
// are made of answers by itself.

extension TableView: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "caption": caption
    case "look": look
    case "columns": columns
    case "rows": rows
    case "cut": told(cut)
    default: nil
    }
  }
}

extension ColumnView: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "label": label
    case "kind": kind
    case "axis": axis ?? ""
    default: nil
    }
  }
}

extension RowView: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "name": self.name
    case "cells": cells
    default: nil
    }
  }
}

extension CellView: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "text": text
    case "kind": kind
    case "label": label
    case "detail": told(detail)
    case "tag": told(tag)
    case "plot": told(plot)
    case "number": told(number)
    default: nil
    }
  }
}

extension TagView: MustacheParent {
  func child(named name: String) -> Any? {
    switch name {
    case "word": word
    case "tone": tone
    case "sign": sign
    default: nil
    }
  }
}

private func told(_ value: Any?) -> Any { value ?? NothingView() }
