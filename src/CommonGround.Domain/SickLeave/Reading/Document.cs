using System.Xml.Linq;

namespace CommonGround.Domain.SickLeave.Reading;

/// <summary>What kind of document a file holds.</summary>
internal sealed record Document(XElement Content, bool IsPrefill)
{
    private static readonly string[] SoapNamespaces =
        ["http://schemas.xmlsoap.org/soap/envelope/", "http://www.w3.org/2003/05/soap-envelope"];

    public static Outcome<Document> In(XElement root)
    {
        XElement? message = Unpacked(root);
        string local = message?.Name.LocalName ?? "";
        if (message is not null && local == "RegisterCertificate")
        {
            return message.Name.Namespace == Names.Register && message.Element(Names.Register + "intyg") is { } intyg
                ? new Document(intyg, false)
                : new Unreadable("document.other-contract");
        }

        if (message is not null && local == "forifyllnad" && Names.IsCertificate(message.Name.Namespace))
        {
            return new Document(message, true);
        }

        return new Unreadable(local == "CreateDraftCertificate" ? "document.draft" : "document.not-a-certificate");
    }

    /// <summary>A message as it was caught on the wire stands in a SOAP envelope.</summary>
    private static XElement? Unpacked(XElement root)
    {
        XNamespace ns = root.Name.Namespace;
        return root.Name.LocalName == "Envelope" && SoapNamespaces.Contains(ns.NamespaceName)
            ? root.Element(ns + "Body")?.Elements().FirstOrDefault()
            : root;
    }
}
