namespace CommonGround.Web.Infrastructure.Documents.Fonts;

/// <summary>The two weights documents are set in, read once from the assembly. See Assets/fonts/README.md.</summary>
internal static class DocumentFonts
{
    private static readonly Lazy<TrueTypeFont> LazyRegular = new(() => Read("NotoSans-Regular"));
    private static readonly Lazy<TrueTypeFont> LazyBold = new(() => Read("NotoSans-Bold"));

    public static TrueTypeFont Regular => LazyRegular.Value;

    public static TrueTypeFont Bold => LazyBold.Value;

    private static TrueTypeFont Read(string name)
    {
        using var resource = typeof(DocumentFonts).Assembly.GetManifestResourceStream($"CommonGround.Web.Assets.fonts.{name}.ttf")
            ?? throw new InvalidOperationException($"The font {name} is not embedded.");
        var file = new byte[resource.Length];
        resource.ReadExactly(file);
        return new TrueTypeFont(file, name);
    }
}
