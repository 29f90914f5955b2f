using CommonGround.Domain;
using CommonGround.Domain.Forms;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Infrastructure.Language;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Interviews.FillIn;

/// <summary>Keeps answers as they are written, and tells them when their author says so.</summary>
public sealed class FillInHandler(CaseChanges changes, Texts texts)
{
    /// <param name="mayWrite">Answers of which kinds whoever writes may write: nobody writes over what they cannot read.</param>
    /// <param name="asked">The questions that were on the page.</param>
    /// <param name="go">Where to go when it is saved.</param>
    public Task<Outcome<string>> Save(
        InterviewPlace place, Form form, Func<InformationKind, bool> mayWrite, IReadOnlyDictionary<string, GivenAnswer> given,
        IReadOnlyCollection<string> asked, int version, FilledIn way, Actor by, string go) => changes.InCase(place.Case.Id, by, async change =>
    {
        var response = await Load(change, place) ?? New(change, place, form, way);
        var unseen = await Unseen(change, response);
        asked = [.. asked.Where(linkId => form.Find(linkId)?.Kind is { } kind && mayWrite(kind))];
        given = given.Where(g => asked.Contains(g.Key)).ToDictionary();
        if (!IsOpenTo(response, by) || given.Keys.Any(unseen.Contains))
            return new BegunBySomeoneElse();

        asked = [.. asked.Except(unseen)];
        var filled = Fill(form, response, given, asked, AnswerStage.Draft);
        if (filled.Error is { } refused)
            return refused;

        var saved = response.Save(filled.Value, asked, version, by.PersonId, change.Now);
        if (saved.Error is { } conflict)
            return conflict;

        response.KeepOnly(AnswerSheet.Shown(form, AllGiven(response)).Union(unseen).ToHashSet());
        change.Journal(response.IsDraft ? "AnswersSaved" : "AnswersChanged");
        return go;
    });

    /// <summary>
    /// Hands the answers in: from now on, those who may read their kinds do. Completes the step where whoever leads the talk wrote them down
    /// in it; whoever prepared alone has not talked with anybody yet.
    /// </summary>
    public Task<Outcome<string>> Tell(InterviewPlace place, Form form, Func<InformationKind, bool> mayWrite, int version, Actor by, string go) => changes.InCase(place.Case.Id, by, async change =>
    {
        if (await Load(change, place) is not { } response)
            return new NothingAnswered();
        var unseen = await Unseen(change, response);
        if (!IsOpenTo(response, by) || response.Answers.Any(a => a.IsDraft && a.EnteredByPersonId != by.PersonId && unseen.Contains(a.LinkId)))
            return new BegunBySomeoneElse();
        if (response.Version != version)
            return new AnswersChangedMeanwhile(response.Version);
        // What they were not asked, they cannot have left out.
        if (Fill(form, response, new Dictionary<string, GivenAnswer>(), [], AnswerStage.HandedIn).Error is { } refused
            && !(refused is AnswersNotTaken wrong && wrong.Mistakes.All(m => form.Find(m.LinkId)?.Kind is { } kind && !mayWrite(kind))))
            return refused;

        response.Tell(change.Now);
        if (change.Case.Step(place.Step.Key) is { } talk)
        {
            if (response.IsOfTheTalk)
                talk.Complete(change.Now);
            // Their own talk: whether it was held stands on their page.
            if (!place.RespondentIsCitizen && change.Case.ReleaseItem(talk.Id, talk.Kind, [place.Respondent], change.Matrix, change.Now) is { Succeeded: false } hidden)
                return hidden.Error!;
        }

        // A supervisor shares points, not answers: their words do not go into a journal that the citizen reads.
        change.Journal("AnswersTold", place.RespondentIsCitizen
            ? response.Answers.Select(a => new JournalWords(a.Kind, a.LinkId, $"{a.Question} {a.Words}", a.AuthorPersonId)) : []);
        return go;
    });

    private static async Task<FormResponse?> Load(CaseChange change, InterviewPlace place) => await change.Db.Whole<FormResponse>().Include(r => r.Answers)
        .FirstOrDefaultAsync(r => r.CaseId == place.Case.Id && r.StepKey == place.Step.Key && r.AuthorPersonId == place.Respondent.PersonId);

    /// <summary>What is not handed in yet is its author's, and whoever's who writes it down for them.</summary>
    private static bool IsOpenTo(FormResponse response, Actor by) =>
        !response.IsDraft || response.AuthorPersonId == by.PersonId || response.EnteredByPersonId == by.PersonId;

    /// <summary>Answers that are here and that whoever writes cannot read: whatever they send, these stay as they are.</summary>
    private static async Task<IReadOnlySet<string>> Unseen(CaseChange change, FormResponse response)
    {
        var seen = await change.Db.Answers.AsNoTracking().Where(a => a.ResponseId == response.Id).Select(a => a.LinkId).ToListAsync();
        return response.Answers.Select(a => a.LinkId).Except(seen).ToHashSet();
    }

    private FormResponse New(CaseChange change, InterviewPlace place, Form form, FilledIn way)
    {
        var response = new FormResponse(change.NewId(), place.Case.Id, place.Step.Key, form, place.Respondent.PersonId, change.By.PersonId, way, texts.Language, change.Now);
        change.Db.FormResponses.Add(response);
        return response;
    }

    private Outcome<Answers> Fill(
        Form form, FormResponse response, IReadOnlyDictionary<string, GivenAnswer> given, IReadOnlyCollection<string> asked, AnswerStage stage)
    {
        var all = AllGiven(response);
        foreach (var linkId in asked)
            all.Remove(linkId);
        foreach (var (linkId, answer) in given)
            all[linkId] = answer;
        return AnswerSheet.Fill(form, all, texts.Language, new AnswerWords(texts["interview.yes"], texts["interview.no"], texts["interview.not-known-yet"]), stage);
    }

    private static Dictionary<string, GivenAnswer> AllGiven(FormResponse response) => response.Answers.ToDictionary(a => a.LinkId, a => a.Given());
}

/// <summary>Somebody else has begun to answer here and has not handed it in: it is not for others yet, nor to be written over.</summary>
public sealed record BegunBySomeoneElse : Error;

/// <summary>There is nothing to tell yet.</summary>
public sealed record NothingAnswered : Error;
