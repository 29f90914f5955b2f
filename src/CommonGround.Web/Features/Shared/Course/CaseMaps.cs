using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Programmes;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Infrastructure.Language;

namespace CommonGround.Web.Features.Shared.Course;

/// <summary>Words the map for a reader: the citizen reads their own words for each step, everybody else the profession's.</summary>
public sealed class CaseMaps(Texts texts)
{
    /// <param name="parties">Those the reader may see: their names stand in the words; others are named by their role.</param>
    /// <param name="href">Where a step's own page is.</param>
    public MapView Map(CourseOfCase course, PartyRole reader, IEnumerable<Party> parties, Func<Step, string> href)
    {
        var names = Names(parties);
        return new MapView([.. course.Steps.Select(s => new MapStop(
            Title(course.Programme, s.Step, reader, names), State(course, s), When(course.Programme, s, reader, names),
            s.Place is StepPlace.Done or StepPlace.NotNeeded || reader == PartyRole.Citizen ? null : Who(course.Programme, s.Step, reader, names), href(s.Step)))]);
    }

    public string Title(Programme programme, Step step, PartyRole reader, IReadOnlyDictionary<PartyRole, string> names) =>
        Say(programme, reader == PartyRole.Citizen ? step.TitleToCitizen : step.Title, names);

    public string Say(Programme programme, Wording words, IReadOnlyDictionary<PartyRole, string> names) =>
        programme.Say(words, texts.Language, names);

    /// <summary>Given names: what people call each other in a short text.</summary>
    public static IReadOnlyDictionary<PartyRole, string> Names(IEnumerable<Party> parties) => parties
        .Where(p => p.Person is not null && p.Until is null).GroupBy(p => p.Role).ToDictionary(g => g.Key, g => g.First().Person!.GivenName);

    /// <summary>9 Dec, 13:00; by 16 Dec; probably about 16 Dec; or what it waits for.</summary>
    public string? When(Programme programme, StepOnMap step, PartyRole reader, IReadOnlyDictionary<PartyRole, string> names)
    {
        if (!step.IsBehind && (reader == PartyRole.Citizen ? step.Missing?.BecauseToCitizen : step.Missing?.Because) is { } because)
            return Say(programme, because, names);

        return step.Date switch
        {
            null => null,
            { Meaning: DateMeaning.Planned, Time: { } at } planned => $"{texts.ShortDate(planned.Day)}, {texts.Time(at)}",
            { Meaning: DateMeaning.Deadline } last => texts["map.by", texts.ShortDate(last.Day)],
            { Meaning: DateMeaning.Estimate } about => texts["map.about", texts.ShortDate(about.Day)],
            { } day => texts.ShortDate(day.Day),
        };
    }

    private string Who(Programme programme, Step step, PartyRole reader, IReadOnlyDictionary<PartyRole, string> names) =>
        step.Holder == reader ? texts["map.you-hold"]
        : texts["map.holds", names.TryGetValue(step.Holder, out var name) ? name : programme.Parts[step.Holder].Called.In(texts.Language)];

    private static StopState State(CourseOfCase course, StepOnMap step) => step.Place switch
    {
        StepPlace.Done => StopState.Done,
        StepPlace.NotNeeded => StopState.LeftOut,
        _ when ReferenceEquals(step, course.Current) => step.Overdue ? StopState.Late : StopState.Now,
        _ => StopState.Later,
    };
}
