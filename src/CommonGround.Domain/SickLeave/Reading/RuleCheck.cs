namespace CommonGround.Domain.SickLeave.Reading;

/// <summary>Checks the answers of one document against its questions, and collects everything that is wrong.</summary>
internal sealed class RuleCheck(Answers answers, QuestionSet questions, DateOnly? today)
{
    private readonly List<CertificateProblem> _problems = [];
    private readonly List<CertificateProblem> _warnings = [];

    public Answers Answers => answers;

    public DateOnly? Today => today;

    public IReadOnlyList<CertificateProblem> Problems => _problems;

    public IReadOnlyList<CertificateProblem> Warnings => _warnings;

    public bool InfectionControl => answers.IsYes("27", "27.1");

    public void Wrong(string code, string field, params string[] arguments) => Add(_problems, new CertificateProblem(code, field, arguments));

    public void Warn(string code, string field, params string[] arguments) => Add(_warnings, new CertificateProblem(code, field, arguments));

    public void Run()
    {
        foreach (Question question in questions.Questions)
        {
            CheckCount(question);
        }

        var added = new HashSet<string>(StringComparer.Ordinal);
        foreach (Answer answer in answers.All)
        {
            CheckInstances(answer);
            if (questions.Find(answer.Id) is { } question)
            {
                CheckParts(question, answer);
            }
            else if (questions.IsAdded(answer.Id))
            {
                CheckAdded(answer, added.Add(answer.Id));
            }
            else
            {
                Wrong("answer.unknown", answer.Id.Length == 0 ? "svar" : Shown(answer.Id));
            }
        }

        foreach (Question question in questions.Questions.Where(q => q.EachCodeOnce))
        {
            CheckEachCodeOnce(question);
        }

        foreach (Action<RuleCheck> rule in questions.Rules)
        {
            rule(this);
        }
    }

    private void CheckCount(Question question)
    {
        int count = answers.To(question.Id).Count;
        bool needed = question.Needed == Needed.Always || (question.Needed == Needed.UnlessInfectionControl && !InfectionControl);
        if (count == 0 && needed)
        {
            Wrong("answer.missing", question.Id);
        }
        else if (count > question.Most)
        {
            Wrong("answer.too-many", question.Id, $"{question.Most}", $"{count}");
        }
    }

    private void CheckInstances(Answer answer)
    {
        bool numbered = questions.Find(answer.Id) is { Numbered: true };
        if (numbered && answer.Instances.Count == 0)
        {
            Wrong("instance.missing", Shown(answer.Id), $"{answer.Row}");
        }
        else if (answer.Instances.Count > 1)
        {
            Wrong("instance.too-many", Shown(answer.Id), $"{answer.Row}");
        }

        if (answer.Instances.Any(i => !Values.IsInstance(i)))
        {
            Wrong("instance.not-a-number", Shown(answer.Id), $"{answer.Row}");
        }
    }

    private void CheckParts(Question question, Answer answer)
    {
        if (answer.HasStrangers)
        {
            Wrong("answer.unknown-element", answer.Id);
        }

        foreach (SubAnswer stranger in answer.Parts.Where(p => question.Parts.All(q => q.Id != p.Id)))
        {
            Wrong("part.unknown", answer.Id, Shown(stranger.Id));
        }

        foreach (SubQuestion part in question.Parts)
        {
            SubAnswer[] given = [.. answer.Of(part.Id)];
            if (given.Length == 0 && part.Needed)
            {
                Wrong("part.missing", part.Id, $"{answer.Row}");
            }
            else if (given.Length > 1)
            {
                Wrong("part.too-many", part.Id, $"{answer.Row}");
            }

            foreach (SubAnswer value in given)
            {
                ValueCheck.Check(this, part, value.Element, questions.DiagnosisSystems);
            }
        }
    }

    private void CheckAdded(Answer answer, bool first)
    {
        if (!first)
        {
            Wrong("answer.too-many", answer.Id, "1", $"{answer.Row}");
        }

        if (answer.Parts.Count != 1)
        {
            Wrong(answer.Parts.Count == 0 ? "part.missing" : "part.too-many", answer.Id + ".1", $"{answer.Row}");
        }

        foreach (SubAnswer part in answer.Parts)
        {
            ValueCheck.CheckText(this, answer.Id + ".1", part.Element);
        }
    }

    private void CheckEachCodeOnce(Question question)
    {
        string part = question.Parts[0].Id;
        foreach (IGrouping<string, string> repeated in answers.Codes(question.Id, part).GroupBy(c => c).Where(g => g.Count() > 1))
        {
            Wrong("code.repeated", part, question.Parts[0].Codes.Contains(repeated.Key) ? repeated.Key : "");
        }
    }

    // Ids come from the document: cut to what an id can look like before anyone is shown it.
    private static string Shown(string id) => new([.. id.Where(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-').Take(12)]);

    private static void Add(List<CertificateProblem> list, CertificateProblem problem)
    {
        if (!list.Contains(problem))
        {
            list.Add(problem);
        }
    }
}
