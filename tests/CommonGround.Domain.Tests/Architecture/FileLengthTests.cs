namespace CommonGround.Domain.Tests.Architecture;

/// <summary>A file that is too long to read in one go hides what it does.</summary>
public sealed class FileLengthTests : IDisposable
{
    private const int Longest = 300;

    private readonly string _folder = Directory.CreateTempSubdirectory("commonground-lengths-").FullName;

    [Fact]
    public void Sources_Stay_ReadableInOneGo()
    {
        var sources = SourcesIn(Path.Combine(Repository.Root, "src")).Concat(SourcesIn(Path.Combine(Repository.Root, "tests"))).ToList();

        Assert.NotEmpty(sources);
        Assert.Empty(sources.Where(IsTooLong));
    }

    [Fact]
    public void ALongFile_IsCaught()
    {
        var file = Path.Combine(_folder, "Long.cs");
        File.WriteAllLines(file, Enumerable.Repeat("//", Longest + 1));

        Assert.Equal([file], SourcesIn(_folder).Where(IsTooLong));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static bool IsTooLong(string file) => File.ReadLines(file).Count() > Longest;

    private static IEnumerable<string> SourcesIn(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".cshtml")
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules"));
}
