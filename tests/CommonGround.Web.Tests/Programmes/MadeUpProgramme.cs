using System.Text;
using CommonGround.Domain;
using CommonGround.Domain.Programmes;
using CommonGround.Web.Infrastructure.Programmes;

namespace CommonGround.Web.Tests.Programmes;

/// <summary>A small programme as a file, to be spoilt in one place at a time.</summary>
internal static class MadeUpProgramme
{
    public const string Good =
        """
        key: small
        version: "1"
        country: se
        title: { en: T, sv: T, da: T }
        summary: { en: T, sv: T, da: T }
        roles:
          citizen:
            hat: support
            called: { en: you, sv: du, da: du }
            does: { en: T, sv: T, da: T }
            does-not: { en: T, sv: T, da: T }
          coordinator:
            hat: support
            called: { en: T, sv: T, da: T }
            does: { en: T, sv: T, da: T }
            does-not: { en: T, sv: T, da: T }
        stages:
          - key: only
            title: { en: T, sv: T, da: T }
            title-to-citizen: { en: T, sv: T, da: T }
            steps:
              - key: talk
                kind: interview
                holder: coordinator
                participants: [citizen]
                title: { en: Talk, sv: Samtal, da: Samtale }
                title-to-citizen: { en: T, sv: T, da: T }
                moves-on: { en: T, sv: T, da: T }
                deadline:
                  base: case-start
                  offset: 3 working-days
                  label: { en: T, sv: T, da: T }
                  rule: se-rule
                waits-for:
                  condition: { fact: workplace-contact-agreed, operator: equals, value: true }
                  because: { en: T, sv: T, da: T }
                  because-to-citizen: { en: T, sv: T, da: T }
                form: talk-form
                rules: [se-rule]
                purpose:
                  citizen:
                    why: { en: T, sv: T, da: T }
                    who-asked: { en: T, sv: T, da: T }
                    decides: { en: T, sv: T, da: T }
                    does-not-decide: { en: T, sv: T, da: T }
                    will-be-asked: { en: T, sv: T, da: T }
                    written-down: { en: T, sv: T, da: T }
                    how-to-prepare: { en: T, sv: T, da: T }
                    who-may-come: { en: T, sv: T, da: T }
                    if-you-cannot-come: { en: T, sv: T, da: T }
                next:
                  citizen: { title: { en: "Meet {coordinator}", sv: "Träffa {coordinator}", da: "Mød {coordinator}" }, what: { en: T, sv: T, da: T }, minutes: 5, action: { en: T, sv: T, da: T } }
                  coordinator: { title: { en: T, sv: T, da: T }, what: { en: T, sv: T, da: T } }
                checklists:
                  coordinator:
                    - text: { en: T, sv: T, da: T }
                      minutes: 5
                agenda:
                  - key: first
                    title: { en: T, sv: T, da: T }
                    guide: { en: T, sv: T, da: T }
                    minutes: 5
        """;

    private static readonly ProgrammeReader Reader = new(new HashSet<string> { "talk-form" }, new HashSet<string> { "se-rule" });

    public static Outcome<Programme> Read(string yaml) => Reader.Read(Encoding.UTF8.GetBytes(yaml), "small.yaml");

    /// <summary>The good file with one piece put in another's place. Throws if there is no such piece: nothing would be tried.</summary>
    public static string With(string piece, string instead) => Good.Contains(piece, StringComparison.Ordinal)
        ? Good.Replace(piece, instead, StringComparison.Ordinal)
        : throw new InvalidOperationException($"The file has no '{piece}'.");

    public static IReadOnlyList<ContentMistake> Mistakes(string yaml) =>
        Read(yaml).Error is ContentNotUnderstood wrong ? wrong.Mistakes : [];

    /// <summary>The 1-based line on which a piece of the text begins.</summary>
    public static int LineOf(string yaml, string piece) => yaml[..yaml.IndexOf(piece, StringComparison.Ordinal)].Count(c => c == '\n') + 1;
}
