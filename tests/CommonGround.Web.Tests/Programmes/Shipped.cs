using CommonGround.Domain;
using CommonGround.Domain.Forms;
using CommonGround.Domain.Programmes;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Programmes;

namespace CommonGround.Web.Tests.Programmes;

/// <summary>The content that is shipped, and every text in it with its place.</summary>
internal static class Shipped
{
    public static ContentFolder Content { get; } = ContentFolder.Read(Path.Combine(Language.Repository.Root, "content"));

    /// <summary>What a citizen or a supervisor reads, block by block: a purpose card, a next step, a form, a rule.</summary>
    public static IEnumerable<(string Place, IReadOnlyList<Wording> Texts)> Blocks()
    {
        foreach (var step in Content.Programmes.SelectMany(p => p.Steps))
        {
            foreach (var (role, card) in step.Purpose)
                yield return ($"{step.Key}, purpose for {role}", Of(card));
            foreach (var (role, next) in step.Next.Where(n => n.Key is PartyRole.Citizen or PartyRole.Supervisor))
                yield return ($"{step.Key}, next for {role}", Of(next));
            foreach (var (role, next) in (step.WaitsFor?.Next ?? new Dictionary<PartyRole, NextText>()).Where(n => n.Key == PartyRole.Citizen))
                yield return ($"{step.Key}, waiting, next for {role}", Of(next));
        }

        foreach (var programme in Content.Programmes)
            yield return ($"{programme.Key}, roles", [programme.Summary, .. programme.Parts.Values.SelectMany(p => new[] { p.Does, p.DoesNot })]);
        foreach (var form in Content.Forms)
            yield return (form.Key, Of(form));
        foreach (var rule in Content.Rules)
            yield return (rule.Key, [.. rule.Versions.Select(v => v.Text)]);
    }

    /// <summary>Every text there is, also those for professionals.</summary>
    public static IEnumerable<(string Place, Wording Text)> Texts()
    {
        foreach (var (place, texts) in Blocks())
        {
            foreach (var text in texts)
                yield return (place, text);
        }

        foreach (var programme in Content.Programmes)
        {
            yield return (programme.Key, programme.Title);
            foreach (var stage in programme.Stages)
            {
                yield return (stage.Key, stage.Title);
                yield return (stage.Key, stage.TitleToCitizen);
            }

            foreach (var step in programme.Steps)
            {
                IEnumerable<Wording?> own =
                [
                    step.Title, step.TitleToCitizen, step.MovesOn, step.Deadline?.Label, step.WaitsFor?.Because, step.WaitsFor?.BecauseToCitizen,
                    .. step.Next.Values.SelectMany(Of), .. step.Agenda.SelectMany(a => new[] { a.Title, a.Guide }),
                    .. step.Checklists.Values.SelectMany(c => c).Select(c => c.Text),
                ];
                foreach (var text in own.OfType<Wording>())
                    yield return (step.Key, text);
            }
        }
    }

    /// <summary>Who answers a form, by the steps that use it: the citizen, or else the supervisor.</summary>
    public static PartyRole AnswersBy(Form form) => Content.Programmes.SelectMany(p => p.Steps).First(s => s.Form == form.Key)
        is var step && step.Involves(PartyRole.Citizen) ? PartyRole.Citizen : PartyRole.Supervisor;

    private static Wording[] Of(PurposeCard c) =>
        [c.Why, c.WhoAsked, c.Decides, c.DoesNotDecide, c.WillBeAsked, c.WrittenDown, c.HowToPrepare, c.WhoMayCome, c.IfYouCannotCome];

    private static IReadOnlyList<Wording> Of(NextText n) => n.Action is { } action ? [n.Title, n.What, action] : [n.Title, n.What];

    private static List<Wording> Of(Form form) =>
        [form.Title, .. form.Description is { } d ? new[] { d } : [], .. form.AllItems.SelectMany(i =>
            new[] { i.Text, i.Help }.OfType<Wording>().Concat(i.Options.Select(o => o.Text)))];
}
