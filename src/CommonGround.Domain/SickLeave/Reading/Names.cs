using System.Xml.Linq;

namespace CommonGround.Domain.SickLeave.Reading;

/// <summary>Names of the national certificate contract, version 3.</summary>
internal static class Names
{
    public const string Contract = "urn:riv:clinicalprocess:healthcond:certificate:";
    public static readonly XNamespace Register = Contract + "RegisterCertificateResponder:3";
    public static readonly XNamespace Certificate = Contract + "3";
    public static readonly XNamespace Types = Contract + "types:3";

    /// <summary>Additions to the contract keep its number and add one of their own: 3.2, 3.3.</summary>
    public static bool IsCertificate(XNamespace ns) =>
        ns == Certificate || ns.NamespaceName.StartsWith(Contract + "3.", StringComparison.Ordinal);

    public static bool Is(this XElement element, string local) => element.Name.LocalName == local && IsCertificate(element.Name.Namespace);

    public static XElement? Part(this XElement? element, string local) => element?.Elements().FirstOrDefault(e => e.Is(local));

    public static string Text(this XElement? element, string local) => Clean(element.Part(local)?.Value);

    public static XElement? Typed(this XElement? element, string local) => element?.Element(Types + local);

    public static string TypedText(this XElement? element, string local) => Clean(element.Typed(local)?.Value);

    public static string Clean(string? text) => text is null ? "" : text.Trim();
}
