using System.IO.Compression;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared.Looks;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Documents;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.Reading;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.Mine.TakeAll;

/// <summary>
/// Everything about the citizen in one file to keep: to read (PDF), for machines (JSON), who has looked (a table), and each copy that was
/// handed over (GDPR 15 and 20).
/// </summary>
[InCase(Purpose.Own, PartyRole.Citizen)]
public sealed class TakeAllModel(OwnInformationReader reader, Readings readings, Texts texts) : PageModel
{
    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        var own = await reader.Of(HttpContext.CaseView().CitizenPersonId, HttpContext.Access().Now, cancel);
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, texts["mine.file.read"] + ".pdf", PdfWriter.Write(OwnDocument.Compose(own, readings, texts), DocumentWords.For(texts.Language, texts)));
            Add(zip, texts["mine.file.machine"] + ".json", OwnJson.Of(own));
            Add(zip, texts["mine.file.looks"] + ".csv", LookTable.Of(own.Looks, texts));
            foreach (var (copy, i) in own.Copies.Select((c, i) => (c, i)))
            {
                if (copy.Read() is { Succeeded: true } document)
                    Add(zip, $"{texts["mine.file.copies"]}/{i + 1:00}.pdf", PdfWriter.Write(document.Value, DocumentWords.For(document.Value.Language, texts)));
            }
        }

        return new DocumentFile(file.ToArray(), "application/zip", $"{texts["mine.file"]} {texts.LocalDay(own.MadeAt):yyyy-MM-dd}.zip");
    }

    private static void Add(ZipArchive zip, string name, ReadOnlySpan<byte> content)
    {
        using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        entry.Write(content);
    }
}
