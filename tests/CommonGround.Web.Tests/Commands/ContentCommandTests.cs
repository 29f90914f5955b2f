using CommonGround.Web.Commands;
using CommonGround.Web.Tests.Language;
using CommonGround.Web.Tests.Programmes;

namespace CommonGround.Web.Tests.Commands;

public sealed class ContentCommandTests
{
    private static readonly DateOnly Today = new(2026, 11, 2);

    private static (int Code, string Output, string Errors) Check(string folder, string language)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        return (ContentCommand.Check(folder, language, output, errors, Today), output.ToString(), errors.ToString());
    }

    [Fact]
    public void Check_ShippedContent_DrawsTheMapOfAnImaginedCase()
    {
        var (code, output, errors) = Check(Path.Combine(SourceTree.Root, "content"), "sv");

        Assert.Equal((0, ""), (code, errors));
        var programme = Shipped.Content.Programmes[0];
        Assert.Contains(programme.Title.Sv, output, StringComparison.Ordinal);
        Assert.All(programme.Steps, step => Assert.Contains(step.Title.Sv, output, StringComparison.Ordinal));
        Assert.Contains("2026-11-04  now         coordinator", output, StringComparison.Ordinal);
        Assert.Contains("Inget att rätta.", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_BrokenContent_SaysWhatIsWrongInTheLanguageAsked()
    {
        var folder = Directory.CreateTempSubdirectory("content");
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "programmes"));
            File.WriteAllText(Path.Combine(folder.FullName, "programmes", "x.yaml"), MadeUpProgramme.With("holder:", "holdr:"));

            var (code, output, errors) = Check(folder.FullName, "da");

            Assert.Equal((1, ""), (code, output));
            Assert.Contains("”holdr” kendes ikke her. Her kan stå: holder.", errors, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Check_EmptyFolder_IsSaid()
    {
        var (code, _, errors) = Check(Path.Combine(SourceTree.Root, "docs", "adr"), "en");

        Assert.Equal(1, code);
        Assert.Contains("There is no programme", errors, StringComparison.Ordinal);
    }
}
