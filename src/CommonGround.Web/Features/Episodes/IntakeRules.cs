using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.Programmes;

namespace CommonGround.Web.Features.Episodes;

/// <summary>The rule that a unit's intake rests on, in plain words, with its source.</summary>
public sealed record IntakeRule(string Title, string Text, string Source, string? Link);

/// <summary>Words the rule that stands beside the viewer's grants.</summary>
public sealed class IntakeRules(ProgrammeLibrary library, Texts texts)
{
    public IntakeRule? Say(string? key, DateOnly today) =>
        key is not null && library.Rules.Find(key) is { } rule && rule.On(today) is { } version
            ? new IntakeRule(rule.Title.In(texts.Language), version.Text.In(texts.Language), version.Source.In(texts.Language), version.Link)
            : null;
}
