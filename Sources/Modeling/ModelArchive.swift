import Computation
import Foundation

/// A fitted model that can be stored. `Codable` because that is all a fitted model is: its numbers.
package protocol FittedModel: Codable, Equatable, Sendable {
  /// The model's name in the literature, stored with it and checked when it is read.
  static var name: String { get }
  /// Raised whenever the stored numbers change their meaning.
  static var version: Int { get }
}

/// Fitted models as bytes: JSON with sorted keys and shortest round-trip numbers, so the same model gives the same
/// bytes on every machine, and what is read back predicts with the same bits.
package enum ModelArchive {
  /// What is wrong with stored bytes.
  package enum Damage: Error, Equatable, Sendable {
    case malformed
    case otherModel(String)
    case otherVersion(found: Int, expected: Int)

    var description: String {
      switch self {
      case .malformed: "found bytes that do not hold a model"
      case .otherModel(let name): "found a stored \(name)"
      case .otherVersion(let found, let expected): "found version \(found) where \(expected) is current"
      }
    }
  }

  private struct Header: Codable {
    let name: String
    let version: Int
  }

  private struct Envelope<Model: FittedModel>: Codable {
    let name: String
    let version: Int
    let model: Model
  }

  /// Throws `notEncodable` when a number is not finite, which no `fit` returns.
  package static func bytes<Model: FittedModel>(of model: Model) throws(FitProblem) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    do {
      return Array(try encoder.encode(Envelope(name: Model.name, version: Model.version, model: model)))
    } catch {
      throw .notEncodable(model: Model.name)
    }
  }

  /// Throws `unreadable` when the bytes are damaged, or hold another model or version.
  package static func read<Model: FittedModel>(
    _ type: Model.Type = Model.self, from bytes: [UInt8]
  ) throws(FitProblem) -> Model {
    let decoder = JSONDecoder()
    let data = Data(bytes)
    guard let header = try? decoder.decode(Header.self, from: data) else {
      throw .unreadable(model: Model.name, reason: .malformed)
    }
    guard header.name == Model.name else {
      throw .unreadable(model: Model.name, reason: .otherModel(header.name))
    }
    guard header.version == Model.version else {
      let reason = Damage.otherVersion(found: header.version, expected: Model.version)
      throw .unreadable(model: Model.name, reason: reason)
    }
    guard let envelope = try? decoder.decode(Envelope<Model>.self, from: data) else {
      throw .unreadable(model: Model.name, reason: .malformed)
    }
    return envelope.model
  }
}
