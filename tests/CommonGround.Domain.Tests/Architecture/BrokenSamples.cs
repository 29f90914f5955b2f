namespace CommonGround.Domain.Tests.Architecture;

/// <summary>Types that break the rules of architecture, each in one way: a rule that does not catch its own is blind.</summary>
internal static class BrokenSamples
{
#pragma warning disable RS0030 // Banned on purpose: that is what is tested.
    public static class ReadsTheClock
    {
        public static DateTime Deadline() => DateTime.UtcNow.AddDays(30);
    }

    public static class DrawsAnId
    {
        public static Guid Id() => Guid.CreateVersion7();
    }
#pragma warning restore RS0030

    public static class ReadsAFile
    {
        public static string Rules() => File.ReadAllText("rules.yaml");
    }

    public static class FollowsTheMachinesLanguage
    {
        public static string Language() => System.Globalization.CultureInfo.CurrentCulture.Name;
    }

    public static class HidesItInALambda
    {
        public static Func<string, bool> Check() => path => File.Exists(path);
    }

    public static class IsPure
    {
        public static Guid Id(DateTimeOffset at) => Guid.CreateVersion7(at);
    }
}
