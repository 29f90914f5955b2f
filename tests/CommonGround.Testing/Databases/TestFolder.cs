using System.Diagnostics;
using System.Globalization;

namespace CommonGround.Testing.Databases;

/// <summary>A temporary folder that carries its owner's process in its name, so that what a killed run left is found and removed.</summary>
public static class TestFolder
{
    private const string Prefix = "commonground-test-";

    static TestFolder() => Sweep();

    public static void Sweep()
    {
        foreach (var folder in Directory.GetDirectories(Path.GetTempPath(), Prefix + "*").Where(IsOrphan))
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // Another run sweeps too, or another user owns it.
            }
        }
    }

    public static string Create() => Directory.CreateTempSubdirectory($"{Prefix}{Environment.ProcessId}-").FullName;

    private static bool IsOrphan(string folder)
    {
        var owner = Path.GetFileName(folder)[Prefix.Length..].Split('-')[0];
        return int.TryParse(owner, NumberStyles.None, CultureInfo.InvariantCulture, out var process)
            && Process.GetProcesses().All(running => running.Id != process);
    }
}
