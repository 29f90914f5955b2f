using System.Text;
using CommonGround.Web.Infrastructure.Documents.Fonts;
using CommonGround.Web.Infrastructure.Documents.Pdf;

namespace CommonGround.Web.Tests.Documents;

public sealed class PdfFontTests
{
    private static string Encode(PdfFont font, string text)
    {
        var into = new StringBuilder();
        font.Encode(text, into);
        return into.ToString();
    }

    [Fact]
    public void Encode_GivesEachCharacterACodeOfItsOwnInOrderOfUse() =>
        Assert.Equal("00010002000300020001", Encode(new PdfFont(DocumentFonts.Regular, "R"), "måKåm"));

    [Fact]
    public void AdvanceOf_CharacterTheFontLacks_IsThatOfTheReplacementCharacter()
    {
        var font = new PdfFont(DocumentFonts.Regular, "R");

        Assert.Equal(font.AdvanceOf(0xFFFD), font.AdvanceOf('漢'));
        Assert.NotEqual(DocumentFonts.Regular.AdvanceOf(0), font.AdvanceOf('漢'));
    }

    [Fact]
    public void Encode_MoreCharactersThanCodes_NeverUsesTheCodeOfNothing()
    {
        var font = new PdfFont(DocumentFonts.Regular, "R");
        var everything = string.Concat(Enumerable.Range(0x20, 0x20000).Where(Rune.IsValid).Select(value => new Rune(value).ToString()));

        var codes = Encode(font, everything).Chunk(4).Select(digits => new string(digits)).ToList();

        Assert.DoesNotContain("0000", codes);
        Assert.Contains("FFFE", codes);
    }

    [Fact]
    public void ToUnicodeMap_HasNoSectionOfMoreThanAHundred()
    {
        var map = ToUnicodeMap.Compose(Enumerable.Range(0x20, 250));

        Assert.Equal(["100", "100", "50"], map.Split('\n').Where(line => line.EndsWith(" beginbfchar", StringComparison.Ordinal)).Select(line => line.Split(' ')[0]));
        Assert.Contains("<0001> <0021>", map, StringComparison.Ordinal);
        Assert.Contains("<0000> <D83DDE00>", ToUnicodeMap.Compose([0x1F600]), StringComparison.Ordinal);
    }
}
