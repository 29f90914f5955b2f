namespace CommonGround.Domain.Tests.Architecture;

/// <summary>A file that is too long to read in one go hides what it does.</summary>
public sealed class FileLengthTests : IDisposable
{
    private const int Longest = 300;

    private readonly string _folder = Directory.CreateTempSubdirectory("commonground-lengths-").FullName;

    [Fact]
    public void Sources_Stay_ReadableInOneGo()
    {
        var sources = Repository.Files("src", ".cs", ".cshtml").Concat(Repository.Files("tests", ".cs")).ToList();

        Assert.NotEmpty(sources);
        Assert.Empty(sources.Where(IsTooLong));
    }

    [Fact]
    public void ALongFile_IsCaught()
    {
        var file = Path.Combine(_folder, "Long.cs");
        File.WriteAllLines(file, Enumerable.Repeat("//", Longest + 1));

        Assert.True(IsTooLong(file));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static bool IsTooLong(string file) => File.ReadLines(file).Count() > Longest;
}
