namespace CommonGround.Web.Infrastructure.Documents.Pdf;

/// <summary>What stands on a page and is not read aloud (ISO 32000-1, 14.8.2.2).</summary>
internal sealed class Artifact
{
    private Artifact(string properties) => Opening = $"/Artifact {properties} BDC\n";

    public static Artifact Layout { get; } = new("<</Type /Layout>>");

    public static Artifact RepeatedHeader { get; } = new("<</Type /Pagination /Subtype /Header>>");

    public static Artifact Footer { get; } = new("<</Type /Pagination /Subtype /Footer>>");

    public string Opening { get; }
}
