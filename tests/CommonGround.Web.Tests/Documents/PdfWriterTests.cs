using System.Globalization;
using CommonGround.Domain.Documents;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Documents;

namespace CommonGround.Web.Tests.Documents;

public sealed class PdfWriterTests
{
    private static byte[] Write(Document document) => PdfWriter.Write(document, DocumentWords.For(document.Language));

    [Theory, InlineData("en"), InlineData("sv"), InlineData("da")]
    public async Task Write_SamplePlan_IsSoundToQpdf(string language)
    {
        var pdf = Write(SamplePlan.In(language));
        if (Environment.GetEnvironmentVariable("DOCUMENTS_KEEP") is { } folder)
            await File.WriteAllBytesAsync(Path.Combine(folder, $"plan-{language}.pdf"), pdf, TestContext.Current.CancellationToken);

        var report = await PdfTools.Run("qpdf", pdf, "--check", "FILE");

        Assert.Contains("No syntax or stream encoding errors found", report, StringComparison.Ordinal);
    }
}
