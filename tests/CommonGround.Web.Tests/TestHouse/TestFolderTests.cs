using System.Diagnostics;
using CommonGround.Testing.Databases;

namespace CommonGround.Web.Tests.TestHouse;

public sealed class TestFolderTests
{
    [Fact]
    public async Task Sweep_AfterAnotherProcessDied_RemovesWhatItLeft()
    {
        using var shortLived = Process.Start("/bin/true");
        await shortLived.WaitForExitAsync(TestContext.Current.CancellationToken);
        var orphan = Directory.CreateTempSubdirectory($"commonground-test-{shortLived.Id}-").FullName;
        var own = TestFolder.Create();

        TestFolder.Sweep();

        Assert.False(Directory.Exists(orphan));
        Assert.True(Directory.Exists(own));
        Directory.Delete(own);
    }
}
