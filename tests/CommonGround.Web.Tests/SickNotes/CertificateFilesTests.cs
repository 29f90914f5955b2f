using CommonGround.Web.Features.SickNotes.ImportCertificates;

namespace CommonGround.Web.Tests.SickNotes;

public sealed class CertificateFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Find_Folder_GivesItsXmlFilesInTheSameOrderEveryTime()
    {
        foreach (var name in new[] { "b.xml", "a.XML", "Z.xml", "deep/er/c.xml", "notes.txt", "labels.tsv", ".xml.bak" })
            _folder.File(name);

        var found = CertificateFiles.Find([_folder.Path]).Select(f => Path.GetRelativePath(_folder.Path, f.Path));

        Assert.Equal(["Z.xml", "a.XML", "b.xml", "deep/er/c.xml"], found);
    }

    [Fact]
    public void Find_FileByName_IsTakenWhateverItIsCalled() =>
        Assert.Null(Assert.Single(CertificateFiles.Find([_folder.File("certificate")])).Problem);

    [Fact]
    public void Find_PathsInTheOrderGiven_AndAsGiven()
    {
        var second = _folder.File("2.xml");
        var first = _folder.File("1.xml");

        Assert.Equal([second, first], CertificateFiles.Find([second, first]).Select(f => f.Path));
    }

    [Theory]
    [InlineData("nothing.xml")]
    [InlineData("")]
    [InlineData("a\0b")]
    public void Find_NothingThere_SaysSo(string name) =>
        Assert.Equal("file.not-found", Assert.Single(CertificateFiles.Find([name])).Problem?.Code);

    [Fact]
    public void Find_LinksInAFolder_AreNotFollowed()
    {
        using var elsewhere = new TemporaryFolder();
        var outside = elsewhere.File("outside.xml");
        _folder.File("inside.xml");
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "link.xml"), outside);
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "gone.xml"), "/nowhere/at/all.xml");
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "round"), _folder.Path);

        var found = CertificateFiles.Find([_folder.Path]).Select(f => $"{Path.GetFileName(f.Path)} {f.Problem?.Code}");

        Assert.Equal(["gone.xml file.link", "inside.xml ", "link.xml file.link", "round file.link"], found);
    }

    [Fact]
    public void Find_OddNames_AreFilesLikeAnyOther()
    {
        string[] names = ["new\nline.xml", "--report.xml", "åäö €.xml", "<b>&'\".xml", "$(rm -rf).xml"];
        foreach (var name in names)
            _folder.File(name);

        Assert.Equal(names.Order(StringComparer.Ordinal), CertificateFiles.Find([_folder.Path]).Select(f => Path.GetFileName(f.Path)));
    }

    [Theory]
    [InlineData(10, 10)]
    [InlineData(11, 11)]
    [InlineData(5000, 11)]
    public async Task Read_TakesAtMostOneByteMoreThanTheLimit(int size, int read)
    {
        var (bytes, problem) = await CertificateFiles.Read(_folder.File("a.xml", new byte[size]), 10, TestContext.Current.CancellationToken);

        Assert.Null(problem);
        Assert.Equal(read, bytes!.Length);
    }

    [Fact]
    public async Task Read_FolderOrNothing_IsNamed()
    {
        var cancel = TestContext.Current.CancellationToken;
        Assert.Equal("file.unreadable", (await CertificateFiles.Read(_folder.Path, 10, cancel)).Problem?.Code);
        Assert.Equal("file.not-found", (await CertificateFiles.Read(Path.Combine(_folder.Path, "x"), 10, cancel)).Problem?.Code);
    }
}
