using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace CommonGround.Web.Features.Demo;

/// <summary>How far a demo case has come; each stage holds those before it.</summary>
public enum DemoStage
{
    Opened,
    Told,
    Invited,
    Prepared,
    Proposed,
    Board,
    Planned,
    Agreed,
}

/// <summary>One made-up case, from <c>content/demo/cases.yaml</c>.</summary>
public sealed class DemoStory
{
    public string Citizen { get; set; } = "";

    public string Coordinator { get; set; } = "";

    /// <summary>The coordinator treats the citizen too: a second part, in which they act when they choose it.</summary>
    public bool CoordinatorAlsoTreats { get; set; }

    public string? Doctor { get; set; }

    public string? Supervisor { get; set; }

    public string? Workplace { get; set; }

    public string? Companion { get; set; }

    public string? Caseworker { get; set; }

    public DemoStage Stage { get; set; }

    /// <summary>Days ago that the case was opened.</summary>
    public int Opened { get; set; }

    /// <summary>Who opened the case in an emergency, a week after it was opened, and ended it after an hour.</summary>
    public string? Emergency { get; set; }

    /// <summary>Why, in their words.</summary>
    public string EmergencyWhy { get; set; } = "";

    public string View { get; set; } = "";

    public List<string> Works { get; set; } = [];

    public List<string> SupervisorPoints { get; set; } = [];

    public List<Line> Agreements { get; set; } = [];

    public string? Difference { get; set; }

    public static List<DemoStory> Read(string path) => new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance)
        .WithEnumNamingConvention(HyphenatedNamingConvention.Instance).Build().Deserialize<List<DemoStory>>(File.ReadAllText(path));

    public sealed class Line
    {
        public string Text { get; set; } = "";

        public Domain.Meetings.AgreementType Type { get; set; }

        public int? From { get; set; }

        public int? Review { get; set; }

        public List<int>? Work { get; set; }
    }
}
