using System.Text.Json;
using CommonGround.Domain.SickLeave;
using CommonGround.Domain.Tests.SickLeave;
using CommonGround.Web.Features.SickNotes.ImportCertificates;
using CommonGround.Web.Infrastructure.SickLeave;

namespace CommonGround.Web.Tests.SickNotes;

public sealed class CertificateImportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Report => Path.Combine(_folder.Path, "out", "report.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_EveryFileAccepted_ExitsWith0()
    {
        _folder.File("a.xml", CertificateXml.Lisjp().Bytes());

        Assert.Equal(0, await Import());
        Assert.Equal(["imported"], await Statuses());
    }

    [Fact]
    public async Task Run_OneFileNotAccepted_ExitsWith2_AndTheRestIsImported()
    {
        _folder.File("a.xml", CertificateXml.Lisjp().Without("35").Bytes());
        _folder.File("b.xml", CertificateXml.Lisjp().Bytes());
        _folder.File("c.xml", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>"u8);

        Assert.Equal(2, await Import());
        Assert.Equal(["rejected", "imported", "rejected"], await Statuses());
    }

    [Fact]
    public async Task Run_SameCertificateAgain_IsADuplicate_AndOtherContentUnderItsNumberIsTold()
    {
        _folder.File("a.xml", CertificateXml.Lisjp().Bytes());
        _folder.File("b.xml", CertificateXml.Lisjp().Bytes());
        _folder.File("c.xml", CertificateXml.Lisjp().With("35.1", "något annat").Bytes());

        Assert.Equal(0, await Import());
        Assert.Equal(["imported", "duplicate", "imported"], await Statuses());
        var files = await Read();
        Assert.Equal(0, files[1].GetProperty("warnings").GetArrayLength());
        Assert.Equal("certificate-id.other-content", files[2].GetProperty("warnings")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Run_Report_HasExactlyTheAgreedNames()
    {
        var path = _folder.File("a.xml", CertificateXml.Ag7804().Without("17").Bytes());
        await Import();

        var file = (await Read())[0];

        Assert.Equal(
            ["file", "status", "type", "version", "certificateId", "personId", "periods", "problems", "warnings"],
            file.EnumerateObject().Select(p => p.Name));
        Assert.Equal(path, file.GetProperty("file").GetString());
        Assert.Equal(("AG7804", "1"), (file.GetProperty("type").GetString(), file.GetProperty("version").GetString()));
        Assert.Equal(("8f1c8e0a-0001", "191212121212"), (file.GetProperty("certificateId").GetString(), file.GetProperty("personId").GetString()));
        Assert.Equal("""{"from":"2026-03-02","to":"2026-03-15","degree":100}""", JsonSerializer.Serialize(file.GetProperty("periods")[0]));
        Assert.Equal(["code", "field", "message"], file.GetProperty("problems")[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal("Activity limitation (question 17) has no answer. It is needed here.", file.GetProperty("problems")[0].GetProperty("message").GetString());
    }

    [Fact]
    public async Task Run_UnreadableFile_HasNothingButItsProblem()
    {
        _folder.File("a.xml");
        await Import();

        var file = (await Read())[0];

        Assert.Equal(JsonValueKind.Null, file.GetProperty("type").ValueKind);
        Assert.Equal(0, file.GetProperty("periods").GetArrayLength());
        Assert.Equal("file.empty", file.GetProperty("problems")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Run_NothingThatBrokeARule_ReachesWhatKeeps()
    {
        _folder.File("a.xml", CertificateXml.Lisjp().Without("35").Bytes());
        _folder.File("b.xml", CertificateXml.Ag114().Bytes());
        var kept = new List<CertificateType>();

        await CertificateImport.Run(CertificateFiles.Find([_folder.Path]), new(), (accepted, _) =>
        {
            kept.AddRange(accepted.Select(a => a.Certificate.Type));
            return Task.FromResult<IReadOnlyList<Kept>>([.. accepted.Select(_ => new Kept(ImportStatus.Imported))]);
        }, cancel: TestContext.Current.CancellationToken);

        Assert.Equal([CertificateType.Ag114], kept);
    }

    [Fact]
    public async Task Run_KeepingRefuses_TheFileIsRejectedWithTheReason()
    {
        _folder.File("a.xml", CertificateXml.Lisjp().Bytes());

        var result = await CertificateImport.Run(
            CertificateFiles.Find([_folder.Path]), new(),
            (_, _) => Task.FromResult<IReadOnlyList<Kept>>([new Kept(ImportStatus.Rejected, new CertificateProblem("patient-id.missing", "patient.id"))]),
            cancel: TestContext.Current.CancellationToken);

        Assert.Equal((ImportStatus.Rejected, "patient-id.missing"), (result[0].Status, Assert.Single(result[0].Problems).Code));
    }

    [Fact]
    public async Task Run_ReportCannotBeWritten_ExitsWith1()
    {
        _folder.File("a.xml", CertificateXml.Lisjp().Bytes());
        var blocked = Path.Combine(_folder.File("file"), "report.json");

        Assert.Equal(1, await Import(blocked));
    }

    [Fact]
    public void Printable_ControlCharactersInAName_DoNotReachTheTerminal() =>
        Assert.Equal("a\uFFFD[31m\uFFFD.xml", ImportCertificatesCommand.Printable("a\u001b[31m\n.xml"));

    private Task<int> Import(string? report = null) => ImportCertificatesCommand.Run(
        CertificateFiles.Find([_folder.Path]), new CertificateReadingSettings(),
        new ImportSession(null, Words.In("en"), new DateOnly(2026, 3, 2)), report ?? Report, TestContext.Current.CancellationToken);

    private async Task<IReadOnlyList<JsonElement>> Read()
    {
        await using var file = File.OpenRead(Report);
        return [.. (await JsonDocument.ParseAsync(file, cancellationToken: TestContext.Current.CancellationToken)).RootElement.EnumerateArray()];
    }

    private async Task<IEnumerable<string?>> Statuses() => (await Read()).Select(f => f.GetProperty("status").GetString());
}
